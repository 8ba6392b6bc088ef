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
     * <p>No JSON starts with what is not ASCII. What then holds no zero before the first other octet is no UTF-16.
     */
    static boolean isPlain(byte[] text) {
        int start = 0;
        while (start < text.length && text[start] > 0) {
            start++;
        }
        return start == text.length || start > 0 && text[start] < 0 && isWellFormed(text, start);
    }

    /** Makes no text of it, which would take four times its memory. */
    private static boolean isWellFormed(byte[] text, int start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer octets = ByteBuffer.wrap(text, start, text.length - start);
        CharBuffer characters = CharBuffer.allocate(ROOM);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(octets, characters.clear(), true);
        }
        return !result.isError();
    }
}
