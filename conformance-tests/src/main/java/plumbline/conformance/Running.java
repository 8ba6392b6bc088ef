package plumbline.conformance;

import java.util.Set;

/**
 * How a run is carried out.
 *
 * @param selection which part of the plan is run
 * @param judging which findings count
 * @param pace how fast it goes, and when it gives up
 * @param hidden texts that must not be shown, beside the credentials of the target
 */
public record Running(Selection selection, Judging judging, Pace pace, Set<String> hidden) {
    public Running {
        hidden = Set.copyOf(hidden);
    }

    public Running(Selection selection, Judging judging, Pace pace) {
        this(selection, judging, pace, Set.of());
    }

    /** {@return all cases, judged by all checks, one after the other} */
    public static Running standard() {
        return new Running(Selection.all(), Judging.standard(), Pace.steady());
    }

    public Running withSelection(Selection other) {
        return new Running(other, judging, pace, hidden);
    }

    public Running withJudging(Judging other) {
        return new Running(selection, other, pace, hidden);
    }

    public Running withPace(Pace other) {
        return new Running(selection, judging, other, hidden);
    }

    /** {@return the same, where these texts are shown nowhere} */
    public Running withHidden(Set<String> others) {
        return new Running(selection, judging, pace, others);
    }
}
