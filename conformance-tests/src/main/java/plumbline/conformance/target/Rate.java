package plumbline.conformance.target;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.text.UnusableInputException;

/**
 * How many requests may be sent in any stretch of time of a given length.
 *
 * @param requests the number of requests, at least one
 * @param period the length of the stretch
 */
public record Rate(int requests, Duration period) {
    private static final Pattern TEXT =
            Pattern.compile("([1-9][0-9]{0,6})(?:\\s*/\\s*(s|sec|second|m|min|minute|h|hour))?");

    public Rate {
        if (requests < 1 || period.isZero() || period.isNegative()) {
            throw new UnusableInputException("a rate is at least one request in some time");
        }
    }

    /** {@return the rate that a text such as {@code 100/min}, {@code 5/s} or {@code 5}, which is a second, names, or nothing if it names none} */
    public static Optional<Rate> parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        Duration period = switch (unit.charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
        return Optional.of(new Rate(Integer.parseInt(matcher.group(1)), period));
    }
}
