package plumbline.contract.validation.rewriting;

import java.util.HashSet;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;

/**
 * Finds the properties that are not part of messages in one direction: such a property is not required, wherever in a
 * composition it is declared and wherever it is required (OpenAPI 3.1, "Validating Read- and Write-Only").
 *
 * @param direction the direction
 */
public record HiddenProperties(Direction direction) {
    /** {@return the names hidden by a schema and all that it is composed of, and those hidden around it} */
    Set<String> in(Node schema, Set<String> around) {
        Set<String> hidden = new HashSet<>(around);
        collect(schema, hidden, new HashSet<>());
        return hidden;
    }

    private void collect(Node unresolved, Set<String> hidden, Set<Node> seen) {
        if (!seen.add(unresolved)) {
            return;
        }
        collectOwn(unresolved, hidden, seen);
        if (unresolved.isReference()) {
            collect(unresolved.resolved(), hidden, seen);
        }
    }

    private void collectOwn(Node schema, Set<String> hidden, Set<Node> seen) {
        schema.get("properties")
                .ifPresent(properties -> properties.forEachMember((name, property) -> {
                    if (hides(property)) {
                        hidden.add(name);
                    }
                }));
        schema.items("allOf").forEach(part -> collect(part, hidden, seen));
    }

    /** {@return whether a property is marked as not belonging to messages in this direction} */
    public boolean hides(Node property) {
        return property.flag(direction.hiddenBy()) || property.resolved().flag(direction.hiddenBy());
    }
}
