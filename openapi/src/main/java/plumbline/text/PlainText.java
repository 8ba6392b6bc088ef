package plumbline.text;

/** Text for terminals. */
public final class PlainText {
    private PlainText() {}

    /** {@return the text on one line, without what could steer a terminal} */
    public static String printable(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
