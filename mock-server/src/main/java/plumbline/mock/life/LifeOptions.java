package plumbline.mock.life;

import java.time.Clock;
import java.time.InstantSource;
import plumbline.mock.state.StoreLimits;

/**
 * How a mock keeps what it is told.
 *
 * @param seed which of the valid samples are there at the start
 * @param isSampling whether items that nobody has made or removed are made up when they are asked for
 * @param limits how much it keeps
 * @param clock what tells the time
 */
public record LifeOptions(long seed, boolean isSampling, StoreLimits limits, InstantSource clock) {
    /** {@return the options with the clock of this machine} */
    public static LifeOptions of(long seed, boolean isSampling) {
        return new LifeOptions(seed, isSampling, StoreLimits.standard(), Clock.systemUTC());
    }
}
