package plumbline.contract.validation.rewriting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;

/**
 * The component schemas that include a base by {@code allOf}, directly or through one another.
 *
 * @param schemas the schemas in the order of the document
 */
record DerivedSchemas(List<Node> schemas) {
    DerivedSchemas {
        schemas = List.copyOf(schemas);
    }

    static DerivedSchemas of(Node base) {
        Map<String, Node> components = base.document()
                .root()
                .get("components")
                .map(c -> c.members("schemas"))
                .orElse(Map.of());
        Map<Node, Set<Node>> parents = new HashMap<>();
        components.values().forEach(schema -> parents.put(schema, parents(schema)));
        List<Node> derived = components.values().stream()
                .filter(schema -> reaches(schema, base, parents))
                .toList();
        return new DerivedSchemas(derived);
    }

    private static boolean reaches(Node from, Node base, Map<Node, Set<Node>> parents) {
        Set<Node> seen = new HashSet<>();
        List<Node> open = new ArrayList<>(parents.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            Node next = open.remove(open.size() - 1);
            if (next.equals(base)) {
                return !from.equals(base);
            }
            if (seen.add(next)) {
                open.addAll(parents.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private static Set<Node> parents(Node schema) {
        Set<Node> parents = new HashSet<>();
        for (Node part : schema.items("allOf")) {
            if (part.isReference()) {
                parents.add(part.target(part.value().path("$ref").stringValue()));
            } else {
                parents.addAll(parents(part));
            }
        }
        return parents;
    }

    boolean contains(Node schema) {
        return schemas.stream().anyMatch(schema::equals);
    }

    /**
     * {@return the value of a discriminator that means a schema where no mapping says so: its name, unless it says another one
     * itself, as those do that were written for AutoRest}
     */
    static String name(Node component) {
        return component.text("x-ms-discriminator-value").orElseGet(() -> lastSegment(component.pointer()));
    }

    private static String lastSegment(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
