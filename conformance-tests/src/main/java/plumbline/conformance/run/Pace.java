package plumbline.conformance.run;

import java.time.Duration;
import plumbline.text.UnusableInputException;

/**
 * How fast a run goes, and when it gives up.
 *
 * @param workers how many requests may be under way at a time
 * @param maxFailures after how many failed cases the run ends; 0 for never
 * @param patience how long to wait for a target that refuses connections at the start
 */
public record Pace(int workers, int maxFailures, Duration patience) {
    public Pace {
        if (workers < 1) {
            throw new UnusableInputException("at least one worker is needed");
        }
        if (maxFailures < 0) {
            throw new UnusableInputException("the number of failures to stop at cannot be negative");
        }
    }

    /** {@return one request after the other, to the end, without waiting} */
    public static Pace steady() {
        return new Pace(1, 0, Duration.ZERO);
    }
}
