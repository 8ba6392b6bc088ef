package plumbline.contract.document.syntax;

import java.nio.charset.StandardCharsets;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;

/** Notes where each value of a well-formed JSON text starts. Columns are counted in units of UTF-16. */
final class JsonScanner {
    private final byte[] text;
    private final JsonPlaces places = new JsonPlaces();
    private int at;
    private int line = 1;

    /** The octet that would be in column 0, if each octet since were a character. */
    private int origin = -1;

    JsonScanner(byte[] text) {
        this.text = text;
    }

    JsonPlaces places() {
        skipSpace();
        value(JsonPlaces.NO_NAME);
        return places;
    }

    /**
     * {@return the name that stands in a text}
     *
     * @param start where it starts, with a quotation mark
     */
    static String name(byte[] text, int start) throws JsonException {
        boolean isEscaped = false;
        int end = start + 1;
        while (text[end] != '"') {
            isEscaped |= text[end] == '\\';
            end += text[end] == '\\' ? 2 : 1;
        }
        return isEscaped
                ? Json.read(new String(text, start, end + 1 - start, StandardCharsets.UTF_8))
                        .stringValue()
                : new String(text, start + 1, end - start - 1, StandardCharsets.UTF_8);
    }

    private void value(int name) {
        int value = places.add(line, at - origin, name);
        switch (text[at]) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> skipText();
            default -> skipWord();
        }
        places.close(value);
    }

    private void members() {
        at++;
        skipSpace();
        while (text[at] != '}') {
            int name = at;
            skipText();
            skipSpace();
            at++;
            skipSpace();
            value(name);
            skipComma();
        }
        at++;
    }

    private void items() {
        at++;
        skipSpace();
        while (text[at] != ']') {
            value(JsonPlaces.NO_NAME);
            skipComma();
        }
        at++;
    }

    private void skipComma() {
        skipSpace();
        if (text[at] == ',') {
            at++;
            skipSpace();
        }
    }

    private void skipSpace() {
        while (at < text.length && text[at] <= ' ' && text[at] > 0) {
            boolean isLineEnd = text[at] == '\n' || text[at] == '\r' && (at + 1 == text.length || text[at + 1] != '\n');
            if (isLineEnd) {
                line++;
                origin = at;
            }
            at++;
        }
    }

    private void skipText() {
        int here = at + 1;
        while (text[here] != '"') {
            byte octet = text[here];
            if (octet < 0) {
                origin += width(octet);
            }
            here += octet == '\\' ? 2 : 1;
        }
        at = here + 1;
    }

    /** By how much less than one the column grows: octets that go on with a character have none, astral ones have two. */
    private static int width(byte octet) {
        if ((octet & 0xC0) == 0x80) {
            return 1;
        }
        return (octet & 0xF8) == 0xF0 ? -1 : 0;
    }

    private void skipWord() {
        while (at < text.length && ",]} \n\r\t".indexOf(text[at]) < 0) {
            at++;
        }
    }
}
