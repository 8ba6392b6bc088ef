package plumbline.contract.sampling;

import java.util.regex.PatternSyntaxException;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.contract.pattern.PatternTooCostlyException;
import plumbline.contract.sampling.source.Choices;
import plumbline.contract.sampling.source.FormatTexts;
import plumbline.contract.sampling.source.PatternTexts;
import plumbline.contract.sampling.source.PlainTexts;
import plumbline.contract.sampling.source.ValueName;

/**
 * Makes texts.
 *
 * @param choices what is left open
 */
record TextMaker(Choices choices) {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_TRIALS = 200;

    String make(Constraints constraints, ValueName name) {
        if (!constraints.patterns.isEmpty()) {
            return patterned(constraints, name.name());
        }
        for (String format : constraints.formats) {
            if (!FormatTexts.isFree(format)) {
                return formatted(format, constraints, name.name());
            }
        }
        return fitted(new PlainTexts(choices).word(name), constraints);
    }

    private String formatted(String format, Constraints constraints, String name) {
        FormatTexts formats = new FormatTexts(choices);
        String text = formats.make(format, name);
        for (int i = 0; i < MOST_TRIALS && !hasFittingLength(text, constraints); i++) {
            text = formats.make(format, name);
        }
        return hasFittingLength(text, constraints)
                ? text
                : formats.ofLength(format, text, constraints.minLength, constraints.maxLength);
    }

    private String patterned(Constraints constraints, String name) {
        String text = "";
        for (String format : constraints.formats) {
            text = new FormatTexts(choices).make(format, name);
            if (fits(text, constraints)) {
                return text;
            }
        }
        PatternTexts patterns = new PatternTexts(choices);
        for (int i = 0; i < MOST_TRIALS; i++) {
            for (String pattern : constraints.patterns) {
                text = patterns.matching(pattern, constraints.minLength, constraints.maxLength, i);
                String padded = hasFittingLength(text, constraints) ? text : fitted(text, constraints);
                if (fits(padded, constraints)) {
                    return padded;
                }
            }
        }
        return text;
    }

    private boolean fits(String text, Constraints constraints) {
        return hasFittingLength(text, constraints)
                && constraints.patterns.stream().allMatch(pattern -> matches(pattern, text));
    }

    private boolean matches(String pattern, String text) {
        if (!choices.mayMatchAgain()) {
            return true;
        }
        try {
            return EcmaPattern.compile(pattern).isFoundIn(text);
        } catch (PatternSyntaxException e) {
            return true;
        } catch (PatternTooCostlyException e) {
            choices.countCostlyMatch();
            return false;
        }
    }

    private static boolean hasFittingLength(String text, Constraints constraints) {
        int length = text.codePointCount(0, text.length());
        return length >= constraints.minLength && length <= constraints.maxLength;
    }

    private static String fitted(String text, Constraints constraints) {
        StringBuilder fitted = new StringBuilder(text);
        long least = Math.min(constraints.minLength, LONGEST_TEXT);
        while (fitted.length() < least) {
            fitted.append(text.isEmpty() ? "a" : text);
        }
        long most = Math.min(constraints.maxLength, Math.max(text.length(), least));
        return fitted.length() > most ? fitted.substring(0, (int) most) : fitted.toString();
    }
}
