package plumbline.conformance.result;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.text.PlainText;

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
        this(heading, phases, checks, verdicts, omissions, Extent.NONE);
    }

    /** {@return the same, whose reasons, hints and advice are told in other words} */
    public Report told(UnaryOperator<String> words) {
        return new Report(
                heading.told(words),
                phases,
                checks,
                verdicts.stream().map(verdict -> verdict.told(words)).toList(),
                omissions.stream().map(omission -> omission.told(words)).toList(),
                new Extent(extent.reached(), extent.proof().told(words), extent.unanswered(), extent.part()));
    }

    /**
     * How far a run went.
     *
     * @param reached what of the contract was reached
     * @param proof how much of the contract the checks have been seen to guard
     * @param unanswered which operations were called in vain
     * @param part which part of a plan was run; null for all of one
     */
    public record Extent(
            List<OperationCoverage> reached,
            Proof proof,
            Unanswered unanswered,
            @Nullable PlanPart part) {
        static final Extent NONE = new Extent(List.of(), Proof.NONE);

        /** An extent of a run of all cases in which no operation was called in vain. */
        public Extent(List<OperationCoverage> reached, Proof proof) {
            this(reached, proof, Unanswered.NONE, null);
        }

        public Extent {
            reached = List.copyOf(reached);
        }
    }

    /**
     * What of a run was in vain: operations that were called with right requests and never answered with success, so that little
     * can be told of them.
     *
     * @param operations their ids, in the order of the contract
     * @param called how many operations were called with right requests, from 0
     * @param isRequired whether each of them had to be answered with success
     */
    public record Unanswered(List<String> operations, int called, boolean isRequired) {
        /** Nothing is known to have been in vain. */
        public static final Unanswered NONE = new Unanswered(List.of(), 0, false);

        /** What a run fails for that had to be answered with success everywhere, named as checks are. */
        public static final String REQUIRED = "success-required";

        private static final int MOST_TOLD = 5;

        public Unanswered {
            operations = List.copyOf(operations);
        }

        /**
         * {@return what was left out of these: what has succeeded after all, with what the run has found, was not, and what was
         * not called is told elsewhere}
         */
        public List<Omission> left(List<Omission> planned) {
            return planned.stream()
                    .filter(omission ->
                            !omission.what().equals(Omission.SUCCESS) || operations.contains(omission.operation()))
                    .toList();
        }

        /** {@return whether a run fails for it} */
        public boolean isFailure() {
            return isRequired && !operations.isEmpty();
        }

        /** {@return it in words, as in {@code 2 of 5 operations were never answered with success (getBook, addBook)}} */
        public String text() {
            String were = called == 1 ? " operation was" : " operations were";
            return operations.size() + " of " + called + were + " never answered with success ("
                    + PlainText.listed(operations, MOST_TOLD) + ")";
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
        /** How a note begins that tells what was created and could not be removed. */
        public static final String LEFT_BEHIND = "Left behind: ";

        /** How the note begins of a run that did not come to its end. */
        public static final String INTERRUPTED = "Interrupted: ";

        /** How the note begins of a run whose target was lost. */
        public static final String ENDED_EARLY = "The run ended early: ";

        /** How the note begins of what was put together of parts of which not all were there. */
        public static final String INCOMPLETE = "Parts are missing: ";

        /** {@return whether not all was sent that was planned, though nobody asked for that beforehand} */
        public boolean isCut() {
            return !cuts().isEmpty();
        }

        /** {@return why not all was sent that was planned; nothing where it was} */
        public List<String> cuts() {
            return notes.stream()
                    .filter(note ->
                            note.startsWith(INTERRUPTED) || note.startsWith(ENDED_EARLY) || note.startsWith(INCOMPLETE))
                    .toList();
        }

        /** {@return what nobody may miss: that the run was interrupted or lacks parts, and what it left behind} */
        public List<String> warnings() {
            return notes.stream()
                    .filter(note ->
                            note.startsWith(LEFT_BEHIND) || note.startsWith(INTERRUPTED) || note.startsWith(INCOMPLETE))
                    .toList();
        }

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
        NOTHING_CHECKED,
        ENDED_EARLY
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
     * nothing, since a server that refuses everything would pass it; a part of a run may be without any case that asks for
     * success; one that had to be answered with success everywhere, and was not, does not conform}
     */
    public Conclusion conclusion() {
        Counts counts = counts();
        if (counts.failed() + counts.broken() > 0
                || counts.passed() > 0 && extent.unanswered().isFailure()) {
            return Conclusion.VIOLATIONS;
        }
        if (heading.isCut()) {
            return Conclusion.ENDED_EARLY;
        }
        boolean succeeded = !isSuccessExpected() || verdicts.stream().anyMatch(Verdict::isSuccess);
        return counts.passed() > 0 && succeeded ? Conclusion.CONFORMS : Conclusion.NOTHING_CHECKED;
    }

    private boolean isSuccessExpected() {
        return phases.contains(Phase.EXAMPLES)
                && (extent.part() == null || verdicts.stream().anyMatch(Verdict::isAskedForSuccess));
    }
}
