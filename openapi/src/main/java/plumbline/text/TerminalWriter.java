package plumbline.text;

import java.io.PrintWriter;

/**
 * Writes for people, who may read it on a terminal: what comes from documents, servers, files and arguments never steers it,
 * see {@link PlainText#steersTerminals}; what the program itself wants of a terminal has methods of its own.
 */
public final class TerminalWriter extends PrintWriter {
    private final PrintWriter raw;

    private TerminalWriter(PrintWriter raw, boolean isFlushing) {
        super(raw, isFlushing);
        this.raw = raw;
    }

    /** {@return a writer of plain text to this one; the same one if it is such a writer} */
    public static TerminalWriter on(PrintWriter out) {
        return out instanceof TerminalWriter terminal ? terminal : new TerminalWriter(out, false);
    }

    /** {@return a writer of plain text to this one, whose lines are seen at once} */
    public static TerminalWriter promptlyOn(PrintWriter out) {
        return out instanceof TerminalWriter terminal ? terminal : new TerminalWriter(out, true);
    }

    /** {@return what writes as it is told, for other programs to read} */
    public PrintWriter raw() {
        return raw;
    }

    /**
     * Writes text in a color.
     *
     * @param code the numbers of the color, as ECMA-48 has them for SGR
     */
    public void colored(String code, String text) {
        raw.write("\u001B[" + code + "m");
        print(text);
        raw.write("\u001B[0m");
    }

    /** Goes back to the start of the line, and makes it empty. */
    public void eraseLine() {
        raw.write("\r\u001B[2K");
    }

    @Override
    public void write(int character) {
        super.write(PlainText.steersTerminals((char) character) ? PlainText.UNPRINTABLE : character);
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        write(new String(buffer, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (PlainText.steersTerminals(text.charAt(i))) {
                String plain = plain(text.substring(offset, end));
                super.write(plain, 0, plain.length());
                return;
            }
        }
        super.write(text, offset, length);
    }

    /** Line breaks stay line breaks, also those that take two characters. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isBreak = character == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            plain.append(PlainText.steersTerminals(character) && !isBreak ? PlainText.UNPRINTABLE : character);
        }
        return plain.toString();
    }
}
