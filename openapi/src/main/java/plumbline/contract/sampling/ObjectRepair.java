package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Makes an object valid by one change: it leaves a property out, or adds one that rules out a branch of {@code oneOf} which
 * would hold as well.
 *
 * @param schemas knows what references stand for
 * @param isValid whether a value is valid, and worth asking for
 */
record ObjectRepair(Schemas schemas, Predicate<JsonNode> isValid) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_NAMES = 40;
    private static final int DEEPEST_COMPOSITION = 6;
    private static final List<String> BRANCHES = List.of("allOf", "oneOf", "anyOf");

    /** {@return the value with the change, if there is one that helps} */
    Optional<JsonNode> mend(ObjectNode value, List<JsonNode> parts) {
        for (String name : List.copyOf(value.propertyNames())) {
            ObjectNode without = value.deepCopy();
            without.remove(name);
            if (isValid.test(without)) {
                return Optional.of(without);
            }
        }
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> addNames(part, names, 0));
        for (String name : names) {
            for (JsonNode odd : oddities()) {
                ObjectNode with = value.deepCopy();
                with.set(name, odd);
                if (isValid.test(with)) {
                    return Optional.of(with);
                }
            }
        }
        return Optional.empty();
    }

    /** Values of all types, of which a schema for one type refuses most. */
    private static List<JsonNode> oddities() {
        List<JsonNode> oddities = new ArrayList<>();
        oddities.add(NODES.nullNode());
        oddities.add(NODES.stringNode("other"));
        oddities.add(NODES.numberNode(0));
        oddities.add(NODES.booleanNode(false));
        oddities.add(NODES.arrayNode());
        oddities.add(NODES.objectNode());
        return oddities;
    }

    private void addNames(JsonNode schema, Set<String> names, int depth) {
        if (depth > DEEPEST_COMPOSITION || names.size() > MOST_NAMES) {
            return;
        }
        names.addAll(schema.path("properties").propertyNames());
        for (String keyword : BRANCHES) {
            schema.path(keyword).forEach(branch -> addNames(branch, names, depth + 1));
        }
        if (schema.path("$ref").isString()) {
            addNames(schemas.referenced(schema.path("$ref").stringValue()), names, depth + 1);
        }
    }
}
