package plumbline.contract.sampling;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.parsing.dflt.RgxGenParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that match patterns.
 *
 * @param choices what is left open
 */
record PatternTexts(Choices choices) {
    private static final Pattern REPEATED_CLASS = Pattern.compile("\\^((?:\\[[^\\]\\\\]+]|\\\\[dws]|\\.))([+*])\\$");

    /** {@return a text in which the pattern is found, if one could be made} */
    String matching(String pattern) {
        return generated(withoutAnchors(pattern));
    }

    /** {@return a text of a length between both, if the pattern is simple enough to be told} */
    String matching(String pattern, long minLength, long maxLength) {
        Matcher repeated = REPEATED_CLASS.matcher(pattern);
        if (!repeated.matches()) {
            return matching(pattern);
        }
        long least = Math.max(minLength, "+".equals(repeated.group(2)) ? 1 : 0);
        long most = Math.min(maxLength, least + 10);
        return generated(repeated.group(1) + "{" + least + "," + Math.max(least, most) + "}");
    }

    private String generated(String expression) {
        try {
            return RgxGen.parse(expression).generate(choices.random());
        } catch (RgxGenParseException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException e) {
            return "";
        }
    }

    /** The pattern without its outer anchors, which mean nothing to the generator. */
    private static String withoutAnchors(String pattern) {
        String plain = pattern.replaceFirst("^(\\^|\\\\A)", "");
        boolean anchored = plain.endsWith("$") && !plain.endsWith("\\$");
        plain = anchored ? plain.substring(0, plain.length() - 1) : plain;
        return plain.replaceFirst("\\\\[zZ]$", "");
    }
}
