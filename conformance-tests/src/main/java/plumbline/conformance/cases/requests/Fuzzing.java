package plumbline.conformance.cases.requests;

import plumbline.text.UnusableInputException;

/**
 * How many random cases to make.
 *
 * @param seed which ones: equal seeds make equal cases
 * @param count how many for each operation; 0 for none
 */
public record Fuzzing(long seed, int count) {
    private static final int MOST = 100_000;

    public Fuzzing {
        if (count < 0 || count > MOST) {
            throw new UnusableInputException(count + " random cases cannot be made: choose 0 to " + MOST);
        }
    }

    public static Fuzzing none() {
        return new Fuzzing(0, 0);
    }
}
