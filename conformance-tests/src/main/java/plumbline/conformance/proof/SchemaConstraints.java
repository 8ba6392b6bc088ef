package plumbline.conformance.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;

/**
 * Lists the constraints of schemas and of all that they are made of, each once.
 *
 * @param constraints those found, by id, to be added to
 * @param direction the direction of the messages
 */
record SchemaConstraints(Map<String, Constraint> constraints, Direction direction) {
    private static final List<String> SCHEMAS =
            List.of("items", "additionalProperties", "then", "else", "unevaluatedProperties", "unevaluatedItems");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final List<String> MAPS = List.of("properties", "patternProperties", "dependentSchemas");

    /**
     * Adds the constraints of a schema.
     *
     * @param isText whether values are read from text, so that every one of them is of type string
     */
    void add(Schema schema, Constraint.Use use, boolean isText) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> waiting = new ArrayDeque<>(List.of(schema.node()));
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            if (!node.value().isObject() || !seen.add(node)) {
                continue;
            }
            waiting.addAll(DynamicScope.of(node).targets(node));
            if (!node.isReferenceAlone()) {
                own(node, use, isText);
                waiting.addAll(parts(node));
            }
        }
    }

    private void own(Node node, Constraint.Use use, boolean isText) {
        for (Keyword keyword : Keyword.of(node, direction)) {
            boolean isIdle = isText
                    && "type".equals(keyword.name())
                    && keyword.value().toString().contains("\"string\"");
            if (!isIdle) {
                Constraint.Kind kind = direction == Direction.REQUEST
                        ? Constraint.Kind.REQUEST
                        : isText ? Constraint.Kind.HEADER : Constraint.Kind.SCHEMA;
                constraints
                        .computeIfAbsent(
                                keyword.id(direction),
                                id -> Constraint.of(kind, id, keyword.text(), keyword::place)
                                        .about(keyword.name()))
                        .in(use);
            }
        }
    }

    private Set<Node> parts(Node node) {
        Set<Node> parts = new HashSet<>();
        SCHEMAS.forEach(keyword -> node.get(keyword).ifPresent(parts::add));
        LISTS.forEach(keyword -> parts.addAll(node.items(keyword)));
        MAPS.forEach(keyword -> node.members(keyword).values().stream()
                .filter(part -> !Keyword.isHidden(part, direction))
                .forEach(parts::add));
        return parts;
    }
}
