package plumbline.contract.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ranges of the formats of whole numbers. */
final class FormatRanges {
    private static final Pattern WHOLE = Pattern.compile("(u?)int(8|16|32|64)");

    private FormatRanges() {}

    /** Adds to the bounds of a number those of its formats. */
    static void narrow(Constraints constraints) {
        for (String format : constraints.formats) {
            Matcher whole = WHOLE.matcher(format);
            if (whole.matches()) {
                boolean signed = whole.group(1).isEmpty();
                int bits = Integer.parseInt(whole.group(2)) - (signed ? 1 : 0);
                BigInteger end = BigInteger.ONE.shiftLeft(bits);
                boolean bounded = constraints.minimum != null || constraints.maximum != null;
                if (bounded) {
                    constraints.atLeast(signed ? new BigDecimal(end.negate()) : BigDecimal.ZERO, false);
                    constraints.atMost(new BigDecimal(end.subtract(BigInteger.ONE)), false);
                }
            }
        }
    }
}
