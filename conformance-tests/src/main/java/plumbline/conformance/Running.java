package plumbline.conformance;

/**
 * How a run is carried out.
 *
 * @param selection which part of the plan is run
 * @param judging which findings count
 * @param pace how fast it goes, and when it gives up
 */
public record Running(Selection selection, Judging judging, Pace pace) {
    /** {@return all cases, judged by all checks, one after the other} */
    public static Running standard() {
        return new Running(Selection.all(), Judging.standard(), Pace.steady());
    }

    public Running withSelection(Selection other) {
        return new Running(other, judging, pace);
    }

    public Running withJudging(Judging other) {
        return new Running(selection, other, pace);
    }

    public Running withPace(Pace other) {
        return new Running(selection, judging, other);
    }
}
