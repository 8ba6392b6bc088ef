package plumbline.contract.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dynamic anchors in force while a schema is judged: those of the resources passed through on the way to it, of which
 * the outermost counts (JSON Schema 2020-12, section 8.2.3.2).
 *
 * @param anchors the schemas by name of their anchor
 */
public record DynamicScope(Map<String, Node> anchors) {
    private static final DynamicScope EMPTY = new DynamicScope(Map.of());

    public DynamicScope {
        anchors = Map.copyOf(anchors);
    }

    /** {@return the scope of judging that starts with this schema} */
    public static DynamicScope of(Node schema) {
        return EMPTY.entering(schema);
    }

    /** {@return this scope, inside the resource that a schema belongs to} */
    public DynamicScope entering(Node schema) {
        Map<String, Node> own = schema.dynamicAnchors();
        if (anchors.keySet().containsAll(own.keySet())) {
            return this;
        }
        Map<String, Node> all = new HashMap<>(own);
        all.putAll(anchors);
        return new DynamicScope(all);
    }

    /**
     * {@return the schema that the dynamic reference of a schema stands for here; nothing if it has none}
     *
     * @throws ContractException if it leads nowhere or where it must not
     */
    public Optional<Node> dynamicTarget(Node schema) {
        return schema.dynamicReference().map(keyword -> {
            String reference = keyword.value().stringValue();
            Node target = schema.target(reference);
            String name = reference.substring(reference.indexOf('#') + 1);
            return target.equals(target.dynamicAnchors().get(name)) ? anchors.getOrDefault(name, target) : target;
        });
    }

    /**
     * {@return the schemas that a schema refers to here, by whatever keyword}
     *
     * @throws ContractException if one of them leads nowhere or where it must not
     */
    public List<Node> targets(Node schema) {
        List<Node> targets = new ArrayList<>();
        schema.text("$ref").map(schema::target).ifPresent(targets::add);
        dynamicTarget(schema).ifPresent(targets::add);
        return targets;
    }
}
