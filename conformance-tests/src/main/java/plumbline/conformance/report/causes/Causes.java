package plumbline.conformance.report.causes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.causes.Root;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Transcript;
import plumbline.finding.Finding;

/** Puts findings that have one root together. */
public final class Causes {
    private static final Pattern STEP = Pattern.compile("^[a-z]+( [a-z]+){0,2}: ");

    private final Map<CauseId, Gathering> gatherings = new LinkedHashMap<>();

    private Causes() {}

    /** What is known of a cause so far. */
    private static final class Gathering {
        private final Set<String> cases = new LinkedHashSet<>();
        private final Set<String> operations = new LinkedHashSet<>();
        private final Map<CauseId, Finding> followers = new LinkedHashMap<>();
        private final Map<String, Finding> places = new LinkedHashMap<>();
        private CaseResult example;
        private Finding finding;

        Gathering(CaseResult example, Finding finding) {
            this.example = example;
            this.finding = finding;
        }

        void add(CaseResult entry, Root root) {
            cases.add(entry.id());
            operations.add(entry.operation());
            root.followers().forEach(follower -> followers.putIfAbsent(CauseId.of(follower), follower));
            String spot = CauseId.spot(root.finding());
            if (!spot.isEmpty()) {
                places.putIfAbsent(spot, root.finding());
            }
            if (size(entry) < size(example)) {
                example = entry;
                finding = root.finding();
            }
        }

        Cause cause(CauseId id) {
            return new Cause(
                    id,
                    finding,
                    example,
                    List.copyOf(cases),
                    List.copyOf(operations),
                    List.copyOf(followers.values()),
                    places);
        }
    }

    /** {@return the causes of all failures, those of most cases first} */
    public static List<Cause> of(Results results) {
        Causes causes = new Causes();
        results.failures().forEach(causes::add);
        List<Cause> found = new ArrayList<>();
        causes.gatherings.forEach((id, gathering) -> found.add(gathering.cause(id)));
        found.sort(Comparator.comparingInt((Cause cause) -> -cause.cases().size()));
        return List.copyOf(found);
    }

    /** {@return the causes of one case that failed} */
    public static List<Root> roots(CaseResult entry) {
        List<Root> roots = new ArrayList<>();
        byStep(entry).values().forEach(step -> roots.addAll(Root.of(step)));
        return roots;
    }

    private void add(CaseResult entry) {
        for (Root root : roots(entry)) {
            gatherings
                    .computeIfAbsent(root.cause(), id -> new Gathering(entry, root.finding()))
                    .add(entry, root);
        }
    }

    /** Nothing follows from an answer to another request; a story tells before each finding which step it is of. */
    private static Map<String, List<Finding>> byStep(CaseResult entry) {
        Map<String, List<Finding>> steps = new LinkedHashMap<>();
        for (Finding finding : entry.findings()) {
            Matcher step = STEP.matcher(finding.message());
            steps.computeIfAbsent(step.find() ? step.group() : "", name -> new ArrayList<>())
                    .add(finding);
        }
        return steps;
    }

    private static int size(CaseResult entry) {
        Transcript transcript = entry.trace().details().transcript();
        int sent = transcript == null
                ? 0
                : transcript.request().head().length()
                        + transcript.request().body().length();
        int told =
                entry.trace().reproduction().stream().mapToInt(String::length).sum();
        // What was kept can be shown.
        return told + sent + (transcript == null ? 1 << 20 : 0);
    }
}
