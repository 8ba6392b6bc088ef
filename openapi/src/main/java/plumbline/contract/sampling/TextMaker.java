package plumbline.contract.sampling;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.parsing.dflt.RgxGenParseException;
import java.util.Random;

/**
 * Makes texts.
 *
 * @param choices what is left open
 */
record TextMaker(Choices choices) {
    private static final int LONGEST_TEXT = 1 << 20;

    String make(Constraints constraints, String name) {
        if (!constraints.patterns.isEmpty()) {
            return matching(constraints.patterns.iterator().next());
        }
        String text = constraints.format.isEmpty()
                ? new Words(choices).word(name)
                : new FormatTexts(choices).make(constraints.format, name);
        return constraints.format.isEmpty() || FormatTexts.isFree(constraints.format)
                ? fitted(text, constraints)
                : text;
    }

    /** {@return a text in which the pattern is found} */
    String matching(String pattern) {
        try {
            return RgxGen.parse(anchored(pattern))
                    .generate(new Random(choices.random().nextLong()));
        } catch (RgxGenParseException | IllegalArgumentException e) {
            return "";
        }
    }

    /** The pattern without its outer anchors, which mean nothing to the generator. */
    private static String anchored(String pattern) {
        String plain = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        boolean end = plain.endsWith("$") && !plain.endsWith("\\$");
        return end ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String fitted(String text, Constraints constraints) {
        StringBuilder fitted = new StringBuilder(text);
        long least = Math.min(constraints.minLength, LONGEST_TEXT);
        while (fitted.length() < least) {
            fitted.append(text.isEmpty() ? "a" : text);
        }
        long most = Math.max(constraints.minLength, Math.min(constraints.maxLength, Math.max(text.length(), least)));
        return fitted.length() > most ? fitted.substring(0, (int) Math.min(most, fitted.length())) : fitted.toString();
    }
}
