package plumbline.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * All that a run found out; holds no secrets.
 *
 * @param heading what was tested, and when
 * @param phases the phases that were run
 * @param checks the ids of all checks
 * @param verdicts the verdicts in the order of the cases
 * @param omissions what no case could be made for
 * @param extent how far it went
 */
public record Report(
        Heading heading,
        List<Phase> phases,
        List<String> checks,
        List<Verdict> verdicts,
        List<Omission> omissions,
        Extent extent) {
    public Report {
        phases = List.copyOf(phases);
        checks = List.copyOf(checks);
        verdicts = List.copyOf(verdicts);
        omissions = List.copyOf(omissions);
    }

    /** A report of a run in which nothing was to be proven. */
    public Report(
            Heading heading,
            List<Phase> phases,
            List<String> checks,
            List<Verdict> verdicts,
            List<Omission> omissions) {
        this(heading, phases, checks, verdicts, omissions, new Extent(List.of(), Proof.NONE));
    }

    /** {@return the same, whose reasons, hints and advice are told in other words} */
    public Report told(UnaryOperator<String> words) {
        return new Report(
                heading.told(words),
                phases,
                checks,
                verdicts.stream().map(verdict -> verdict.told(words)).toList(),
                omissions.stream().map(omission -> omission.told(words)).toList(),
                new Extent(extent.reached(), extent.proof().told(words)));
    }

    /**
     * How far a run went.
     *
     * @param reached what of the contract was reached
     * @param proof how much of the contract the checks have been seen to guard
     */
    public record Extent(List<OperationCoverage> reached, Proof proof) {
        public Extent {
            reached = List.copyOf(reached);
        }
    }

    /**
     * What was tested, and when.
     *
     * @param target the base URL
     * @param title the title of the API
     * @param document the document's name as the user knows it
     * @param start when the run began
     * @param elapsed how long it took
     * @param notes what else the reader must know
     */
    public record Heading(
            String target, String title, String document, Instant start, Duration elapsed, List<String> notes) {
        public Heading {
            notes = List.copyOf(notes);
        }

        private Heading told(UnaryOperator<String> words) {
            return new Heading(
                    target,
                    title,
                    document,
                    start,
                    elapsed,
                    notes.stream().map(words).toList());
        }
    }

    /** What a run says about its target. */
    public enum Conclusion {
        CONFORMS,
        VIOLATIONS,
        NOTHING_CHECKED
    }

    /** How many cases ended in which way. */
    public record Counts(int passed, int failed, int broken, int skipped) {
        static final Counts ZERO = new Counts(0, 0, 0, 0);

        /** {@return the number of cases} */
        public int total() {
            return passed + failed + broken + skipped;
        }

        Counts plus(Verdict.Outcome outcome) {
            return switch (outcome) {
                case PASSED -> new Counts(passed + 1, failed, broken, skipped);
                case FAILED -> new Counts(passed, failed + 1, broken, skipped);
                case BROKEN -> new Counts(passed, failed, broken + 1, skipped);
                case SKIPPED -> new Counts(passed, failed, broken, skipped + 1);
            };
        }
    }

    /** {@return the counts of all cases} */
    public Counts counts() {
        Counts counts = Counts.ZERO;
        for (Verdict verdict : verdicts) {
            counts = counts.plus(verdict.outcome());
        }
        return counts;
    }

    /** {@return the counts by operation and phase, in the order of the run} */
    public Map<String, Map<Phase, Counts>> coverage() {
        Map<String, Map<Phase, Counts>> coverage = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            Case subject = verdict.subject();
            Map<Phase, Counts> row =
                    coverage.computeIfAbsent(subject.operation().id(), id -> new LinkedHashMap<>());
            row.merge(
                    subject.phase(),
                    Counts.ZERO.plus(verdict.outcome()),
                    (before, one) -> before.plus(verdict.outcome()));
        }
        return coverage;
    }

    /** {@return how many exchanges each check had something to judge in; 0 for those that never had} */
    public Map<String, Integer> applied() {
        Map<String, Integer> applied = new LinkedHashMap<>();
        checks.forEach(check -> applied.put(check, 0));
        for (Verdict verdict : verdicts) {
            verdict.trace().checks().forEach(check -> applied.merge(check, 1, Integer::sum));
        }
        return applied;
    }

    /** {@return what was seen that does not count, and in how many answers} */
    public Map<Remark, Integer> remarks() {
        Map<Remark, Integer> remarks = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            verdict.trace().details().remarks().forEach(remark -> remarks.merge(remark, 1, Integer::sum));
        }
        return remarks;
    }

    /** {@return the statuses that each operation answered with} */
    public Map<String, TreeSet<Integer>> statuses() {
        Map<String, TreeSet<Integer>> statuses = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.trace().status() > 0) {
                String operation = verdict.subject().operation().id();
                statuses.computeIfAbsent(operation, id -> new TreeSet<>())
                        .add(verdict.trace().status());
            }
        }
        return statuses;
    }

    /**
     * {@return what the run says about its target; a run of examples in which no operation was seen to succeed has checked
     * nothing, since a server that refuses everything would pass it}
     */
    public Conclusion conclusion() {
        Counts counts = counts();
        if (counts.failed() + counts.broken() > 0) {
            return Conclusion.VIOLATIONS;
        }
        boolean succeeded =
                !phases.contains(Phase.EXAMPLES) || verdicts.stream().anyMatch(Verdict::isSuccess);
        return counts.passed() > 0 && succeeded ? Conclusion.CONFORMS : Conclusion.NOTHING_CHECKED;
    }
}
