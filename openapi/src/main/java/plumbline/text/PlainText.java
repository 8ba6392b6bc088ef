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

    /** {@return the text on one line, without what could steer a terminal} */
    public static String printable(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
