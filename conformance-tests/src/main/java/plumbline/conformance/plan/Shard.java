package plumbline.conformance.plan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import plumbline.conformance.Case;
import plumbline.text.UnusableInputException;

/**
 * One of several parts of a plan that are run apart. A case belongs to the same part in every run, whatever other cases
 * there are.
 *
 * @param number which part, counted from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    public Shard {
        if (number < 1 || number > of) {
            throw new UnusableInputException("there is no part " + number + " of " + of);
        }
    }

    /** {@return the plan in one piece} */
    public static Shard whole() {
        return new Shard(1, 1);
    }

    /** {@return the part that a text such as {@code 2/5} names, or nothing if it names none} */
    public static Optional<Shard> parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        return number > of ? Optional.empty() : Optional.of(new Shard(number, of));
    }

    /** {@return whether a case belongs to this part} */
    boolean holds(Case subject) {
        CRC32 sum = new CRC32();
        sum.update(subject.id().getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % of == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
