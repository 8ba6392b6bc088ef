package plumbline.contract.validation;

import java.util.Set;
import plumbline.contract.document.Node;

/**
 * A schema, seen in one direction.
 *
 * @param identity the schema's place, unique among all documents
 * @param direction the direction
 * @param hidden names of properties that schemas composed with this one hide, so that it cannot require them
 */
record ResourceKey(String identity, Direction direction, Set<String> hidden) {
    static ResourceKey of(Node node, Direction direction) {
        return new ResourceKey(node.identity(), direction, Set.of());
    }
}
