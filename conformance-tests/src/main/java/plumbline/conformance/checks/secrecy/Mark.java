package plumbline.conformance.checks.secrecy;

/**
 * A text that is looked for in many others, most of which do not hold it.
 *
 * @param text the text
 * @param pairs its letters, each with the next, as {@link Pairs} counts them
 */
record Mark(String text, Pairs pairs) {
    static Mark of(String text) {
        return new Mark(text, Pairs.of(text));
    }

    /** {@return whether it stands in a text that has these pairs of letters} */
    boolean isIn(String whole, Pairs ofWhole) {
        return ofWhole.includes(pairs) && whole.contains(text);
    }

    /** Which letters stand beside each other in a text; different ones may count as the same. */
    static final class Pairs {
        private static final int WORDS = 32;
        private static final int ALL = WORDS * Long.SIZE - 1;
        private static final int FACTOR = 31;

        private final long[] seen = new long[WORDS];

        static Pairs of(String text) {
            Pairs pairs = new Pairs();
            for (int i = 1; i < text.length(); i++) {
                int pair = text.charAt(i - 1) * FACTOR + text.charAt(i) & ALL;
                pairs.seen[pair >> 6] |= 1L << pair;
            }
            return pairs;
        }

        private boolean includes(Pairs part) {
            for (int i = 0; i < WORDS; i++) {
                if ((part.seen[i] & ~seen[i]) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
