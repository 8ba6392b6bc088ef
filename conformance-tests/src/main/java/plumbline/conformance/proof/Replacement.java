package plumbline.conformance.proof;

import java.util.List;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Copies values with a change in them; what does not change is shared. */
final class Replacement {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Replacement() {}

    /** {@return the value with another one at the pointer, which leads to something} */
    static JsonNode at(JsonNode value, String pointer, JsonNode other) {
        return at(value, Pointers.tokens(pointer), other);
    }

    private static JsonNode at(JsonNode value, List<String> tokens, JsonNode other) {
        if (tokens.isEmpty()) {
            return other;
        }
        List<String> rest = tokens.subList(1, tokens.size());
        if (value.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            int index = Integer.parseInt(tokens.get(0));
            for (int i = 0; i < value.size(); i++) {
                copy.add(i == index ? at(value.get(i), rest, other) : value.get(i));
            }
            return copy;
        }
        ObjectNode copy = NODES.objectNode();
        value.forEachEntry(
                (name, member) -> copy.set(name, name.equals(tokens.get(0)) ? at(member, rest, other) : member));
        return copy;
    }

    /** {@return the value with no more than so many items in each list} */
    static JsonNode shortened(JsonNode value, int most) {
        if (value.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            for (int i = 0; i < Math.min(most, value.size()); i++) {
                copy.add(shortened(value.get(i), most));
            }
            return copy;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = NODES.objectNode();
        value.forEachEntry((name, member) -> copy.set(name, shortened(member, most)));
        return copy;
    }
}
