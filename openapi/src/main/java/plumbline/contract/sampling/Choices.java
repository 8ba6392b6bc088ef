package plumbline.contract.sampling;

import java.util.SplittableRandom;

/**
 * The choices left open by a schema, made in the same way for the same seed. Later attempts choose more freely and more
 * sparingly, until one fits.
 */
final class Choices {
    private static final int ATTEMPTS_WITH_EVERYTHING = 8;

    private final SplittableRandom random;
    private final int attempt;

    Choices(long seed, int attempt) {
        this.random = new SplittableRandom(seed * 31 + attempt);
        this.attempt = attempt;
    }

    /** {@return which of this many alternatives to take: the first at first, then any} */
    int branch(int alternatives) {
        if (attempt < alternatives) {
            return attempt;
        }
        return random.nextInt(alternatives);
    }

    /** {@return a number from 0 up to, not including, the bound} */
    int index(int bound) {
        return random.nextInt(bound);
    }

    /** {@return a number between both, inclusive} */
    long between(long least, long most) {
        return most == Long.MAX_VALUE
                ? least + Math.floorMod(random.nextLong(), most - least)
                : random.nextLong(least, most + 1);
    }

    /** {@return whether to add an optional property at this depth} */
    boolean includeOptional(int depth) {
        if (depth > 6) {
            return false;
        }
        if (attempt < ATTEMPTS_WITH_EVERYTHING) {
            return true;
        }
        return attempt % 2 == 0 && random.nextBoolean();
    }

    /** {@return whether to take a known good value where there is one} */
    boolean preferExamples() {
        return attempt < 4 || attempt % 3 == 0;
    }

    SplittableRandom random() {
        return random;
    }
}
