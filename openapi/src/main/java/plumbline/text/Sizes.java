package plumbline.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of octets as users write them. */
public final class Sizes {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})\\s*(b|kb|mb|gb)?");

    private Sizes() {}

    /** {@return the number of octets that is written as {@code 500}, {@code 64KB} or {@code 10MB}, in powers of 1,024} */
    public static Optional<Long> parse(String text) {
        Matcher matcher = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "b" : matcher.group(2);
        return Optional.of(
                switch (unit) {
                    case "kb" -> number << 10;
                    case "mb" -> number << 20;
                    case "gb" -> number << 30;
                    default -> number;
                });
    }
}
