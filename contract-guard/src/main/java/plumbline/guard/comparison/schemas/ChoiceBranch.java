package plumbline.guard.comparison.schemas;

import plumbline.guard.comparison.flattening.Conjunction;

/**
 * One of several schemas to choose from.
 *
 * @param name its name; may be empty
 * @param schemas what it asks for
 */
record ChoiceBranch(String name, Conjunction schemas) {}
