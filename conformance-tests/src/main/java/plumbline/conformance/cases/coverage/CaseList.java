package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.conformance.Case;
import plumbline.contract.http.Request;

/** Gathers cases: each name and each request once, and only so many. */
final class CaseList {
    private static final int MOST_CASES = 500;

    private final List<Case> cases = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Request> requests = new HashSet<>();
    private boolean cut;

    void add(Case subject) {
        if (cases.size() >= MOST_CASES) {
            cut = true;
        } else if (!names.contains(subject.id()) && requests.add(subject.request())) {
            names.add(subject.id());
            cases.add(subject);
        }
    }

    /** Notes that not everything was tried. */
    void cut() {
        cut = true;
    }

    /** {@return whether cases were left out} */
    boolean isCut() {
        return cut;
    }

    /** {@return what to make cases of, as long as there is room for them, or nobody knows yet that there is none} */
    <T> Iterable<T> whileOpen(List<T> all) {
        return () -> all.stream()
                .takeWhile(next -> !cut || cases.size() < MOST_CASES)
                .iterator();
    }

    List<Case> cases() {
        return cases;
    }
}
