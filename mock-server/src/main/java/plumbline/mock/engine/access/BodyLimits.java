package plumbline.mock.engine.access;

import java.time.Duration;
import plumbline.text.UnusableInputException;

/**
 * How much of a client's body the engine takes, and how long it waits for it.
 *
 * @param octets how long a body may be, as it is sent and after decoding, at least 1
 * @param patience how long a body may take; longer if {@link #SLOWEST} octets came each second, but ten times as long at most
 */
public record BodyLimits(long octets, Duration patience) {
    /** How many octets a second are not too slow. */
    public static final int SLOWEST = 4 * 1024;

    private static final long USUAL_OCTETS = 10L << 20;
    private static final int LONGEST_PATIENCE = 10;

    public BodyLimits {
        if (octets < 1 || octets > Integer.MAX_VALUE - 8) {
            throw new UnusableInputException("a body may have from 1 octet to 2 GB, not " + octets);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("A body cannot come in " + patience);
        }
    }

    /** {@return 10 MB in ten seconds} */
    public static BodyLimits defaults() {
        return new BodyLimits(USUAL_OCTETS, Duration.ofSeconds(10));
    }

    public BodyLimits withOctets(long other) {
        return new BodyLimits(other, patience);
    }

    public BodyLimits withPatience(Duration other) {
        return new BodyLimits(octets, other);
    }

    /** {@return how long a body may take of which this much has come} */
    public Duration patience(long received) {
        Duration longest = patience.multipliedBy(LONGEST_PATIENCE);
        Duration deserved = patience.plusMillis(1_000 * received / SLOWEST);
        return deserved.compareTo(longest) < 0 ? deserved : longest;
    }
}
