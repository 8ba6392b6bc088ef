package plumbline.conformance.result;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.finding.Finding;

/** The outcome of a case. */
public sealed interface Verdict {
    /** {@return the case} */
    Case subject();

    /** {@return what is wrong; empty unless the case failed or got no answer} */
    default List<Finding> findings() {
        return List.of();
    }

    /** {@return what happened; nothing for a case that was not sent} */
    default Trace trace() {
        return Trace.NONE;
    }

    /** {@return the same, whose reasons and hints are told in other words} */
    Verdict told(UnaryOperator<String> words);

    /** {@return the outcome in one word} */
    default Outcome outcome() {
        return Outcome.PASSED;
    }

    /** {@return whether the operation was seen to do what was asked, and found right} */
    default boolean isSuccess() {
        Case subject = subject();
        return outcome() == Outcome.PASSED
                && subject.request().method().equals(subject.operation().method())
                && Success.isDocumented(subject.operation(), trace().status());
    }

    /** {@return whether something was sent that must be answered with success} */
    default boolean isAskedForSuccess() {
        return outcome() != Outcome.SKIPPED && subject().expectation() instanceof Expectation.Success;
    }

    /** The outcomes of a case. */
    enum Outcome {
        PASSED,
        FAILED,
        BROKEN,
        SKIPPED
    }

    /** All that was checked is right, and something was. */
    record Passed(Case subject, Trace trace) implements Verdict {
        @Override
        public Verdict told(UnaryOperator<String> words) {
            return this;
        }
    }

    /** Something is wrong with the answer. */
    record Failed(Case subject, Trace trace, List<Finding> findings) implements Verdict {
        public Failed {
            findings = List.copyOf(findings);
        }

        @Override
        public Verdict told(UnaryOperator<String> words) {
            return new Failed(
                    subject,
                    trace,
                    findings.stream()
                            .map(finding -> finding.withHint(words.apply(finding.hint())))
                            .toList());
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILED;
        }
    }

    /** No whole answer came. */
    record Broken(Case subject, Trace trace, Finding finding) implements Verdict {
        @Override
        public List<Finding> findings() {
            return List.of(finding);
        }

        @Override
        public Verdict told(UnaryOperator<String> words) {
            return new Broken(subject, trace, finding.withHint(words.apply(finding.hint())));
        }

        @Override
        public Outcome outcome() {
            return Outcome.BROKEN;
        }
    }

    /** The case was not sent, or its answer says nothing about what it asks. */
    record Skipped(Case subject, Trace trace, String reason) implements Verdict {
        /** {@return that a case was not sent} */
        public static Skipped unsent(Case subject, String reason) {
            return new Skipped(subject, Trace.NONE, reason);
        }

        @Override
        public Verdict told(UnaryOperator<String> words) {
            return new Skipped(subject, trace, words.apply(reason));
        }

        @Override
        public Outcome outcome() {
            return Outcome.SKIPPED;
        }
    }

    /**
     * What happened to a case that was sent; holds no secrets.
     *
     * @param status the status that came; 0 if none did
     * @param elapsed the time that it took
     * @param checks the checks that had something to judge
     * @param reproduction shell commands that send the same
     * @param details what else is known of it
     */
    record Trace(int status, Duration elapsed, List<String> checks, List<String> reproduction, Details details) {
        public static final Trace NONE = new Trace(0, Duration.ZERO, List.of(), List.of());

        public Trace {
            checks = List.copyOf(checks);
            reproduction = List.copyOf(reproduction);
        }

        public Trace(int status, Duration elapsed, List<String> checks, List<String> reproduction) {
            this(status, elapsed, checks, reproduction, Details.NONE);
        }
    }

    /**
     * What else is known of a case that was sent; holds no secrets.
     *
     * @param remarks what was seen that does not count
     * @param mediaType the media type of the answer; empty if it has none
     * @param transcript what went over the wire; null for cases that passed, and where too much is kept already
     */
    record Details(
            List<Remark> remarks,
            String mediaType,
            @Nullable Transcript transcript) {
        static final Details NONE = new Details(List.of(), "", null);

        public Details {
            remarks = List.copyOf(remarks);
        }
    }
}
