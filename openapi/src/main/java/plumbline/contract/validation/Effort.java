package plumbline.contract.validation;

import java.io.Serial;
import java.util.Locale;

/** How many steps a search takes at most; what small documents can ask for is without measure. Not thread-safe. */
public final class Effort {
    private final long most;
    private long left;

    public Effort(long most) {
        this.most = most;
        this.left = most;
    }

    /** A search was given up; the message says after how many steps. */
    public static final class UndecidedException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        UndecidedException(long steps) {
            super(words(steps), null, false, false);
        }
    }

    /** {@return how many steps were taken} */
    public long spent() {
        return Math.min(most, most - left);
    }

    static String words(long steps) {
        return steps == 0
                ? "could not be decided, as others took all the steps that there were"
                : String.format(Locale.ROOT, "could not be decided within %,d steps", steps);
    }

    /**
     * Notes that steps are taken.
     *
     * @throws UndecidedException if they are more than are left
     */
    public void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new UndecidedException(most);
        }
    }
}
