package plumbline.contract.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Looks at octets. */
final class Utf8 {
    private static final int ROOM = 8192;

    private Utf8() {}

    /**
     * {@return whether this can only be taken for UTF-8, as which it is well-formed}
     *
     * <p>No JSON starts with what is not ASCII; in UTF-16 and UTF-32, that has a zero before or behind it.
     */
    static boolean isPlain(byte[] text) {
        boolean isNarrow = text.length < 2 || text[0] > 0 && text[1] != 0;
        return isNarrow && isWellFormed(text);
    }

    private static boolean isWellFormed(byte[] text) {
        int start = 0;
        int soon = Math.min(text.length, ROOM);
        while (start < soon && text[start] >= 0) {
            start++;
        }
        return start == text.length || isWellFormed(text, start);
    }

    /** Makes no text of it, which would take four times its memory. */
    private static boolean isWellFormed(byte[] text, int start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer octets = ByteBuffer.wrap(text, start, text.length - start);
        CharBuffer characters = CharBuffer.allocate(Math.min(ROOM, text.length - start));
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(octets, characters.clear(), true);
        }
        return !result.isError();
    }
}
