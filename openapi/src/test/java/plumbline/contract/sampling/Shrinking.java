package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Makes a failing schema smaller, for the reader of the message.
 *
 * @param fails whether a schema still fails
 */
record Shrinking(Predicate<JsonNode> fails) {
    /** {@return a schema that still fails, from which nothing can be left out} */
    JsonNode shrink(JsonNode schema) {
        for (JsonNode smaller : smaller(schema)) {
            if (fails.test(smaller)) {
                return shrink(smaller);
            }
        }
        return schema;
    }

    /** The value without one of its parts, and with one of its parts made smaller. */
    private static List<JsonNode> smaller(JsonNode value) {
        List<JsonNode> smaller = new ArrayList<>();
        if (value instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                ObjectNode without = object.deepCopy();
                without.remove(name);
                smaller.add(without);
                for (JsonNode part : smaller(object.path(name))) {
                    ObjectNode with = object.deepCopy();
                    with.set(name, part);
                    smaller.add(with);
                }
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                for (JsonNode part : smaller(array.path(i))) {
                    ArrayNode with = array.deepCopy();
                    with.set(i, part);
                    smaller.add(with);
                }
            }
        }
        return smaller;
    }
}
