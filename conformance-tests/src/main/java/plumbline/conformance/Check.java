package plumbline.conformance;

import java.util.List;
import plumbline.finding.Finding;

/** Judges one aspect of an exchange. */
public interface Check {
    /** {@return the name under which findings are reported} */
    CheckId id();

    /** {@return what it finds in an exchange} */
    Judgement judge(Exchange exchange);

    /**
     * What a check says about an exchange.
     *
     * @param applied whether there was anything to judge
     * @param findings what is wrong; empty if nothing is
     * @param notes what is not documented, but harmless
     * @param undecided what could not be judged, so that it is neither right nor wrong
     */
    record Judgement(boolean applied, List<Finding> findings, List<Finding> notes, List<Finding> undecided) {
        private static final Judgement NOT_APPLIED = new Judgement(false, List.of(), List.of(), List.of());
        private static final Judgement GOOD = new Judgement(true, List.of(), List.of(), List.of());

        public Judgement {
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
            undecided = List.copyOf(undecided);
        }

        /** {@return that there is nothing to judge} */
        public static Judgement notApplied() {
            return NOT_APPLIED;
        }

        /** {@return that all is well} */
        public static Judgement good() {
            return GOOD;
        }

        /** {@return these findings, perhaps none} */
        public static Judgement of(List<Finding> findings) {
            return new Judgement(true, findings, List.of(), List.of());
        }

        /** {@return one finding} */
        public static Judgement of(Finding finding) {
            return new Judgement(true, List.of(finding), List.of(), List.of());
        }

        /** {@return these findings as notes, perhaps none} */
        public static Judgement noting(List<Finding> notes) {
            return new Judgement(true, List.of(), notes, List.of());
        }

        /** {@return these findings, beside what could not be judged} */
        public static Judgement beside(List<Finding> undecided, List<Finding> findings) {
            return new Judgement(undecided.isEmpty() || !findings.isEmpty(), findings, List.of(), undecided);
        }
    }
}
