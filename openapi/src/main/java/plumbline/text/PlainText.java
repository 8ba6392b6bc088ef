package plumbline.text;

import java.util.List;

/** Text for terminals. */
public final class PlainText {
    /** What stands in place of a character that is not shown. */
    public static final char UNPRINTABLE = '\uFFFD';

    private static final String ELLIPSIS = "...";

    private PlainText() {}

    /**
     * {@return a text, or its beginning and three dots if it is longer}
     *
     * @param longest how many characters it may have, dots included
     */
    public static String excerpt(String text, int longest) {
        return text.length() <= longest ? text : beginning(text, longest - ELLIPSIS.length()) + ELLIPSIS;
    }

    /** {@return the first characters of a text, without half of a character that takes two} */
    public static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean isTorn = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, isTorn ? longest - 1 : longest);
    }

    /** {@return the first of some words and how many there are besides, as in {@code a, b and 3 more}} */
    public static String listed(List<String> words, int most) {
        int others = words.size() - most;
        return others > 0
                ? String.join(", ", words.subList(0, most)) + " and " + others + " more"
                : String.join(", ", words);
    }

    /** {@return the text on one line, without what could steer a terminal or turn the direction of the text around it} */
    public static String printable(String text) {
        if (isPrintable(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.replaceAll("\\R", " ")
                .codePoints()
                .map(point -> isHarmful(point) ? UNPRINTABLE : point)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** It is asked of all that is written: a stream would cost several times as much. */
    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '\u007F' || character < ' ') {
                return text.chars().noneMatch(PlainText::isHarmful);
            }
        }
        return true;
    }

    /** {@return whether a character is a control, half of one, or a mark that turns the direction of a text} */
    public static boolean isHarmful(int point) {
        boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return isHalf
                || point == '\n'
                || point == '\t'
                || Character.isBmpCodePoint(point) && steersTerminals((char) point);
    }

    /**
     * {@return whether a character makes a terminal do something else than show it, or what stands beside it, in the order
     * of the text: a control of C0 but line breaks and tabs, or of C1, a mark of writing directions, or a separator}
     */
    public static boolean steersTerminals(char character) {
        return character < ' ' && character != '\n' && character != '\t'
                || character >= '\u007F' && character <= '\u009F'
                || character == '\u061C'
                || character == '\u200E'
                || character == '\u200F'
                || character >= '\u2028' && character <= '\u202E'
                || character >= '\u2066' && character <= '\u2069'
                || character == '\uFEFF';
    }
}
