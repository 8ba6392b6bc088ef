package plumbline.guard.comparison;

/**
 * One of several schemas to choose from.
 *
 * @param name its name; may be empty
 * @param schemas what it asks for
 */
record Branch(String name, Conjunction schemas) {}
