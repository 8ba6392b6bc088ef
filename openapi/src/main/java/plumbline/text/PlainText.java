package plumbline.text;

/** Text for terminals. */
public final class PlainText {
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

    /** {@return the text on one line, without what could steer a terminal or turn the direction of the text around it} */
    public static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.replaceAll("\\R", " ")
                .codePoints()
                .map(point -> isHarmful(point) ? 0xFFFD : point)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** {@return whether a character is a control, half of one, or a mark that turns the direction of a text} */
    public static boolean isHarmful(int point) {
        boolean control = point < ' ' || point >= 0x7F && point < 0xA0;
        boolean half = point >= 0xD800 && point <= 0xDFFF;
        boolean direction = point == 0x61C
                || point == 0x200E
                || point == 0x200F
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069;
        return control || half || direction;
    }
}
