package plumbline.conformance.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that were fetched. Their text form does not show them.
 *
 * @param value the credentials
 * @param renewal from when on others are to be fetched; null if they last
 */
record Token(String value, @Nullable Instant renewal) {
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    private static final int PART = 10;

    static Token lasting(String value) {
        return new Token(value, null);
    }

    /** {@return a token that is renewed a little before it expires} */
    static Token expiring(String value, Instant now, Duration life) {
        Duration part = life.dividedBy(PART);
        Duration margin = part.compareTo(LONGEST_MARGIN) < 0 ? part : LONGEST_MARGIN;
        return new Token(value, now.plus(life).minus(margin));
    }

    boolean isToBeRenewed(Instant now) {
        return renewal != null && !now.isBefore(renewal);
    }

    @Override
    public String toString() {
        return "a token";
    }
}
