package plumbline.guard.comparison.schemas;

import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.flattening.Conjunction;

/**
 * Schemas to compare.
 *
 * @param before those of the old contract
 * @param now those of the new one
 * @param side who sends the values
 */
public record SchemaPair(Conjunction before, Conjunction now, MessageSide side) {}
