package plumbline.conformance.proof;

import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Copies values with short lists in them. */
final class ShortLists {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShortLists() {}

    /** {@return the value with no more than so many items in each list} */
    static JsonNode of(JsonNode value, int most) {
        if (value.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            for (int i = 0; i < Math.min(most, value.size()); i++) {
                copy.add(of(value.get(i), most));
            }
            return copy;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = NODES.objectNode();
        value.forEachEntry((name, member) -> copy.set(name, of(member, most)));
        return copy;
    }
}
