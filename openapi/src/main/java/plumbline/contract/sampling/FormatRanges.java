package plumbline.contract.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ranges of the formats of whole numbers. */
public final class FormatRanges {
    private static final Pattern WHOLE = Pattern.compile("(u?)int(8|16|32|64)");

    private FormatRanges() {}

    /** The least and the greatest number of a format. */
    public record Range(BigDecimal least, BigDecimal most) {}

    /** {@return the range of a format of whole numbers} */
    public static Optional<Range> of(String format) {
        Matcher whole = WHOLE.matcher(format);
        if (!whole.matches()) {
            return Optional.empty();
        }
        boolean signed = whole.group(1).isEmpty();
        int bits = Integer.parseInt(whole.group(2)) - (signed ? 1 : 0);
        BigInteger end = BigInteger.ONE.shiftLeft(bits);
        return Optional.of(new Range(
                signed ? new BigDecimal(end.negate()) : BigDecimal.ZERO, new BigDecimal(end.subtract(BigInteger.ONE))));
    }

    /** {@return whether a format allows only whole numbers} */
    static boolean isWhole(Constraints constraints) {
        return constraints.formats.stream().anyMatch(format -> of(format).isPresent());
    }

    /** Adds to the bounds of a number those of its formats. */
    static void narrow(Constraints constraints) {
        boolean bounded = constraints.minimum != null || constraints.maximum != null;
        for (String format : constraints.formats) {
            of(format).filter(range -> bounded).ifPresent(range -> {
                constraints.atLeast(range.least(), false);
                constraints.atMost(range.most(), false);
            });
        }
    }
}
