package plumbline.contract.pattern;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of ECMA-262 (JSON Schema Core, section 6.4). Thread-safe. */
public final class EcmaPattern {
    private final Pattern pattern;

    private EcmaPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * {@return the pattern}
     *
     * @throws PatternSyntaxException if it is no regular expression, or one that Java has no counterpart for
     */
    public static EcmaPattern compile(String expression) {
        return new EcmaPattern(Pattern.compile(new EcmaTranslation(expression).toJava()));
    }

    /**
     * {@return whether the pattern is found anywhere in a text}
     *
     * @throws PatternTooCostlyException if that cannot be decided in reasonable time
     */
    public boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new BudgetedText(text)).find();
        } catch (StackOverflowError e) {
            throw new PatternTooCostlyException();
        }
    }
}
