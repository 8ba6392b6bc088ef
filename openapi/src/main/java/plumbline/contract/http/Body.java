package plumbline.contract.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The octets of a message body; immutable by convention: nobody writes into {@link #bytes()}. */
public final class Body {
    private static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return the body without octets} */
    public static Body empty() {
        return EMPTY;
    }

    /** {@return a body of these octets, which are not copied} */
    public static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Body(bytes);
    }

    /** {@return a body of this text in UTF-8} */
    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the octets, not to be written to} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return the number of octets} */
    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** {@return the octets read as UTF-8, malformed ones replaced} */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
