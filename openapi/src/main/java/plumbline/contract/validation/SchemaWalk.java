package plumbline.contract.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Schema;

/** Visits schemas, all that they are made of and all that they refer to, each once. */
public final class SchemaWalk {
    private static final List<String> SCHEMAS =
            List.of("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final List<String> MAPS = List.of("properties", "patternProperties", "dependentSchemas");

    private final Consumer<Schema> visitor;
    private final Set<Node> seen = new HashSet<>();

    public SchemaWalk(Consumer<Schema> visitor) {
        this.visitor = visitor;
    }

    /** Visits a schema and all below it that was not visited before. */
    public void visit(Schema start) {
        Deque<Node> waiting = new ArrayDeque<>(List.of(start.node()));
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            if (!node.value().isObject() || !seen.add(node)) {
                continue;
            }
            waiting.addAll(DynamicScope.of(node).targets(node));
            if (!node.isReferenceAlone()) {
                visitor.accept(start.at(node));
                SCHEMAS.forEach(keyword -> node.get(keyword).ifPresent(waiting::add));
                LISTS.forEach(keyword -> waiting.addAll(node.items(keyword)));
                MAPS.forEach(keyword ->
                        node.get(keyword).ifPresent(map -> map.forEachMember((name, member) -> waiting.add(member))));
            }
        }
    }
}
