package plumbline.contract.validation;

import java.util.Set;

/**
 * A schema, seen in one direction.
 *
 * @param identity the schema's place, unique among all documents
 * @param direction the direction
 * @param plain whether the rule of its own discriminator is left out, as it has been applied around it already
 * @param hidden names of properties that schemas composed with this one hide, so that it cannot require them
 */
record ResourceKey(String identity, Direction direction, boolean plain, Set<String> hidden) {}
