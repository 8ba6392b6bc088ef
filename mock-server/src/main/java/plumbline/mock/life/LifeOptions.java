package plumbline.mock.life;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import plumbline.mock.state.StoreLimits;

/**
 * How a mock keeps what it is told.
 *
 * @param seed which of the valid samples are there at the start
 * @param isSampling whether items that nobody has made or removed are made up when they are asked for
 * @param limits how much it keeps
 * @param clock what tells the time
 * @param file the file that keeps it from one run to the next; null to forget it in the end
 */
public record LifeOptions(
        long seed,
        boolean isSampling,
        StoreLimits limits,
        InstantSource clock,
        @Nullable Path file) {
    /** {@return the options with the clock of this machine} */
    public static LifeOptions of(long seed, boolean isSampling) {
        return new LifeOptions(seed, isSampling, StoreLimits.standard(), Clock.systemUTC(), null);
    }

    /** {@return the same, kept in a file; null to forget it in the end} */
    public LifeOptions withFile(@Nullable Path other) {
        return new LifeOptions(seed, isSampling, limits, clock, other);
    }

    /** {@return the same with other limits} */
    public LifeOptions withLimits(StoreLimits other) {
        return new LifeOptions(seed, isSampling, other, clock, file);
    }
}
