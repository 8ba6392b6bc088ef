package plumbline.contract.validation.rewriting;

import java.util.Set;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.operation.Direction;

/**
 * A schema, seen in one direction.
 *
 * @param identity the schema's place, unique among all documents
 * @param direction the direction
 * @param plain whether the rule of its own discriminator is left out, as it has been applied around it already
 * @param hidden names of properties that schemas composed with this one hide, so that it cannot require them
 * @param scope the dynamic anchors in force
 */
record ResourceKey(String identity, Direction direction, boolean plain, Set<String> hidden, DynamicScope scope) {}
