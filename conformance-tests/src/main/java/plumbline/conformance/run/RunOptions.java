package plumbline.conformance.run;

import java.util.Set;
import plumbline.conformance.plan.Selection;

/**
 * How a run is carried out.
 *
 * @param selection which part of the plan is run
 * @param checks which findings count
 * @param pace how fast it goes, and when it gives up
 * @param hidden texts that must not be shown, beside the credentials of the target
 */
public record RunOptions(Selection selection, CheckOptions checks, Pace pace, Set<String> hidden) {
    public RunOptions {
        hidden = Set.copyOf(hidden);
    }

    public RunOptions(Selection selection, CheckOptions checks, Pace pace) {
        this(selection, checks, pace, Set.of());
    }

    /** {@return all cases, judged by all checks, one after the other} */
    public static RunOptions standard() {
        return new RunOptions(Selection.all(), CheckOptions.standard(), Pace.steady());
    }

    public RunOptions withSelection(Selection other) {
        return new RunOptions(other, checks, pace, hidden);
    }

    public RunOptions withChecks(CheckOptions other) {
        return new RunOptions(selection, other, pace, hidden);
    }

    public RunOptions withPace(Pace other) {
        return new RunOptions(selection, checks, other, hidden);
    }

    /** {@return the same, where these texts are shown nowhere} */
    public RunOptions withHidden(Set<String> others) {
        return new RunOptions(selection, checks, pace, others);
    }
}
