package plumbline.conformance.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;

/**
 * Lists the constraints of schemas and of all that they are made of, each once. What a schema says itself is read once, however
 * many answers it is part of.
 */
final class SchemaConstraints {
    private static final List<String> SCHEMAS =
            List.of("items", "additionalProperties", "then", "else", "unevaluatedProperties", "unevaluatedItems");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final List<String> MAPS = List.of("properties", "patternProperties", "dependentSchemas");

    private final Map<String, Constraint> constraints;
    private final Direction direction;
    private final Map<Node, List<Constraint>> ofValues = new HashMap<>();
    private final Map<Node, List<Constraint>> ofTexts = new HashMap<>();
    private final Map<Node, List<Node>> below = new HashMap<>();

    /**
     * Begins with what others have found.
     *
     * @param constraints those found, by id, to be added to
     * @param direction the direction of the messages
     */
    SchemaConstraints(Map<String, Constraint> constraints, Direction direction) {
        this.constraints = constraints;
        this.direction = direction;
    }

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
            (isText ? ofTexts : ofValues)
                    .computeIfAbsent(node, first -> own(first, isText))
                    .forEach(constraint -> constraint.in(use));
            waiting.addAll(below.computeIfAbsent(node, this::below));
        }
    }

    private List<Node> below(Node node) {
        List<Node> found = new ArrayList<>(DynamicScope.of(node).targets(node));
        if (!node.isReferenceAlone()) {
            found.addAll(parts(node));
        }
        return found;
    }

    private List<Constraint> own(Node node, boolean isText) {
        List<Constraint> own = new ArrayList<>();
        if (node.isReferenceAlone()) {
            return own;
        }
        for (Keyword keyword : Keyword.of(node, direction)) {
            boolean isIdle = isText
                    && "type".equals(keyword.name())
                    && keyword.value().toString().contains("\"string\"");
            if (!isIdle) {
                Constraint.Kind kind = direction == Direction.REQUEST
                        ? Constraint.Kind.REQUEST
                        : isText ? Constraint.Kind.HEADER : Constraint.Kind.SCHEMA;
                own.add(constraints.computeIfAbsent(
                        keyword.id(direction),
                        id -> Constraint.of(kind, id, keyword.text(), keyword::place)
                                .about(keyword.name())));
            }
        }
        return own;
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
