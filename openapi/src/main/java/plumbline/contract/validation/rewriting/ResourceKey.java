package plumbline.contract.validation.rewriting;

import java.util.Set;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;

/**
 * A schema, seen in one direction.
 *
 * @param schema the schema
 * @param direction the direction
 * @param plain whether the rule of its own discriminator is left out, as it has been applied around it already
 * @param hidden names of properties that schemas composed with this one hide, so that it cannot require them
 * @param scope the dynamic anchors in force
 */
record ResourceKey(Node schema, Direction direction, boolean plain, Set<String> hidden, DynamicScope scope) {}
