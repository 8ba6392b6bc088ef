package plumbline.contract.sampling.source;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that match patterns.
 *
 * @param choices what is left open
 */
public record PatternTexts(Choices choices) {
    private static final int SHORT_REPETITION = 5;
    private static final int LONG_REPETITION = 100;
    private static final int LONG_TEXT = 40;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final Pattern REPEATED_CLASS = Pattern.compile("\\^((?:\\[[^\\]\\\\]+]|\\\\[dws]|\\.))([+*])\\$");

    /** {@return a text in which the pattern is found, if one could be made} */
    public String matching(String pattern) {
        return generated(withoutAnchors(pattern), SHORT_REPETITION);
    }

    /** {@return a text of a length between both, if the pattern is simple enough to be told; longer in later trials} */
    public String matching(String pattern, long minLength, long maxLength, int trial) {
        Matcher repeated = REPEATED_CLASS.matcher(pattern);
        if (!repeated.matches()) {
            boolean isLong = minLength > LONG_TEXT || trial % 2 == 1;
            return generated(withoutAnchors(pattern), isLong ? LONG_REPETITION : SHORT_REPETITION);
        }
        long least = Math.max(minLength, "+".equals(repeated.group(2)) ? 1 : 0);
        long most = Math.min(maxLength, least + 10);
        return generated(
                repeated.group(1) + "{" + least + "," + Math.max(least, most) + "}", (int) Math.min(most, 1 << 20));
    }

    /** An asterisk or a plus sign is repeated no more often than told: long texts are unlike real ones, and slow to match. */
    private String generated(String expression, int repetition) {
        try {
            RgxGenProperties properties = new RgxGenProperties();
            RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, repetition);
            String bounded = Repetitions.bounded(expression, repetition);
            return Repetitions.leastLength(bounded) > LONGEST_TEXT
                    ? ""
                    : RgxGen.parse(properties, bounded).generate(choices.random());
        } catch (RuntimeException e) {
            // The generator fails in many ways on what it does not know; another value may do without the pattern.
            return "";
        }
    }

    /** The pattern without its outer anchors, which mean nothing to the generator. */
    private static String withoutAnchors(String pattern) {
        String plain = Lookarounds.removed(pattern).replaceFirst("^(\\^|\\\\A)", "");
        boolean anchored = plain.endsWith("$") && !plain.endsWith("\\$");
        plain = anchored ? plain.substring(0, plain.length() - 1) : plain;
        return plain.replaceFirst("\\\\[zZ]$", "");
    }
}
