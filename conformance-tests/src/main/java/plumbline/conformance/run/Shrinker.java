package plumbline.conformance.run;

import java.util.List;
import java.util.function.Function;
import plumbline.conformance.Case;
import plumbline.conformance.result.Verdict;
import plumbline.finding.Finding;

/**
 * Sends smaller and smaller cases for one that failed, as long as they fail in the same way, and only so many.
 *
 * @param verify sends and judges a case
 */
record Shrinker(Function<Case, Verdict> verify) {
    private static final int MOST_REQUESTS = 100;

    /** {@return the verdict on the smallest case that fails as this one does} */
    Verdict shrink(Verdict verdict) {
        if (verdict.findings().isEmpty()) {
            return verdict;
        }
        Verdict smallest = verdict;
        int sent = 0;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (Case smaller : smallest.subject().shrinking().smaller()) {
                if (sent++ >= MOST_REQUESTS) {
                    return smallest;
                }
                Verdict next = verify.apply(smaller);
                if (checks(next).equals(checks(verdict))) {
                    smallest = next;
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<String> checks(Verdict verdict) {
        return verdict.findings().stream()
                .map(Finding::check)
                .distinct()
                .sorted()
                .toList();
    }
}
