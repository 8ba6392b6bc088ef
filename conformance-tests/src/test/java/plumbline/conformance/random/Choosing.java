package plumbline.conformance.random;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses, equally for equal seeds.
 *
 * @param random chooses
 * @param is31 whether what is chosen may say what only OpenAPI 3.1 can
 */
record Choosing(SplittableRandom random, boolean is31) {
    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean inOneOf(int cases) {
        return random.nextInt(cases) == 0;
    }
}
