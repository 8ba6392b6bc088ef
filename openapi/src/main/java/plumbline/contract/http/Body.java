package plumbline.contract.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The octets of a message body; immutable by convention: nobody writes into {@link #bytes()}. */
public final class Body {
    private static final Body EMPTY = new Body(new byte[0]);

    private final byte[] own;
    private final @Nullable Body base;
    private final int before;
    private final int behind;

    /** Counted when it is asked for; 0 until then. Threads that meet here count the same. */
    private int hash;

    private Body(byte[] bytes) {
        this(bytes, null, 0, 0);
    }

    /**
     * A body that is mostly like another one.
     *
     * @param own the octets that are different
     * @param base the other one, which keeps all of its octets; null if all are its own
     * @param before how many of the first octets of the base come before them
     * @param behind how many of the last octets of the base come behind them
     */
    private Body(byte[] own, @Nullable Body base, int before, int behind) {
        this.own = own;
        this.base = base;
        this.before = before;
        this.behind = behind;
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

    /**
     * {@return the same body for somebody who keeps many that are alike: where most of its octets are those with which another
     * one begins and ends, it keeps the rest alone, and is put together each time that it is asked for}
     */
    public Body like(Body other) {
        if (equals(other)) {
            return other;
        }
        Body whole = other.base == null ? other : other.base;
        byte[] mine = bytes();
        byte[] theirs = whole.own;
        int first = Arrays.mismatch(mine, theirs);
        if (first < 0) {
            return whole;
        }
        int most = Math.min(mine.length, theirs.length) - first;
        int last = 0;
        while (last < most && mine[mine.length - 1 - last] == theirs[theirs.length - 1 - last]) {
            last++;
        }
        return first + last > mine.length / 2
                ? new Body(Arrays.copyOfRange(mine, first, mine.length - last), whole, first, last)
                : this;
    }

    /** {@return the octets, not to be written to; those of a body that is kept {@linkplain #like like} another one anew each time} */
    public byte[] bytes() {
        Body whole = base;
        if (whole == null) {
            return own;
        }
        byte[] bytes = Arrays.copyOf(whole.own, length());
        System.arraycopy(own, 0, bytes, before, own.length);
        System.arraycopy(whole.own, whole.own.length - behind, bytes, before + own.length, behind);
        return bytes;
    }

    /** {@return the number of octets} */
    public int length() {
        return before + own.length + behind;
    }

    public boolean isEmpty() {
        return length() == 0;
    }

    /** {@return the octets read as UTF-8, malformed ones replaced} */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Body that && length() == that.length() && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = Arrays.hashCode(bytes());
            hash = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return text();
    }
}
