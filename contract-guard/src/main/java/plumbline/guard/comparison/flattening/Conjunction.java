package plumbline.guard.comparison.flattening;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;

/**
 * Schemas that a value must obey together, as those that several branches of {@code allOf} have for one property.
 *
 * @param nodes the schemas, none of them a mere reference; none if any value will do
 * @param anchor the place to name for all of them
 * @param version the version whose rules they are written by
 */
public record Conjunction(List<Node> nodes, Node anchor, OpenApiVersion version) {
    private static final Set<String> ANNOTATIONS =
            Set.of("$ref", "description", "summary", "title", "$comment", "example", "examples", "externalDocs");

    /** {@return the conjunction of these schemas, with a place to name if there are none} */
    public static Conjunction of(Collection<Node> schemas, Node surroundings, OpenApiVersion version) {
        Set<Node> resolved = new LinkedHashSet<>();
        schemas.forEach(schema -> resolved.add(target(schema)));
        List<Node> nodes = List.copyOf(resolved);
        return new Conjunction(nodes, nodes.isEmpty() ? surroundings : nodes.get(0), version);
    }

    /** {@return a schema, or what takes any value if there is none} */
    public static Conjunction of(Optional<Schema> schema, Node surroundings, OpenApiVersion version) {
        return of(schema.map(Schema::node).map(List::of).orElse(List.of()), surroundings, version);
    }

    /** {@return other schemas of the same contract} */
    public Conjunction with(Collection<Node> schemas, Node surroundings) {
        return of(schemas, surroundings, version);
    }

    private static Node target(Node schema) {
        Set<Node> passed = new HashSet<>();
        Node here = schema;
        while (isMereReference(here) && passed.add(here)) {
            here = here.target(here.text("$ref").orElseThrow());
        }
        return here;
    }

    private static boolean isMereReference(Node schema) {
        return schema.isReference()
                && (schema.isReferenceAlone()
                        || schema.members().keySet().stream()
                                .allMatch(name -> ANNOTATIONS.contains(name) || name.startsWith("x-")));
    }
}
