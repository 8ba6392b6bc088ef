package plumbline.guard.comparison;

/**
 * Schemas to compare.
 *
 * @param before those of the old contract
 * @param now those of the new one
 * @param side who sends the values
 */
record Pair(Conjunction before, Conjunction now, Side side) {}
