package plumbline.conformance;

import java.util.List;

/**
 * How much of the contract the checks of a run have been seen to guard: for each promise, whether an answer that breaks it
 * would have been noticed.
 *
 * @param constraints how many promises the contract makes about answers
 * @param proven how many of them were broken in answers of this run, and noticed each time
 * @param mutants how many broken answers were judged
 * @param unproven the others
 */
public record Proof(int constraints, int proven, int mutants, List<Unproven> unproven) {
    /** Nothing was tried. */
    public static final Proof NONE = new Proof(0, 0, 0, List.of());

    public Proof {
        unproven = List.copyOf(unproven);
    }

    /**
     * A promise that could be broken without notice, as far as this run can tell.
     *
     * @param constraint what is promised
     * @param place where in the contract, as text; empty if that is plain
     * @param reason why it is not proven
     * @param advice what to do about it
     */
    public record Unproven(String constraint, String place, String reason, String advice) {}

    /** {@return the figure in words} */
    public String summary() {
        int percent = constraints == 0 ? 0 : (int) (100L * proven / constraints);
        return proven + " of " + constraints + " constraints of the contract (" + percent + " %), by " + mutants
                + " broken answers that were noticed";
    }
}
