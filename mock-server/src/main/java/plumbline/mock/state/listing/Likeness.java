package plumbline.mock.state.listing;

import java.util.List;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Values of which a member of an item should be one.
 *
 * @param values the values
 */
record Likeness(List<JsonNode> values) {
    /** What clients call a thing by that stands in another one. */
    private static final List<String> NAMES =
            List.of("id", "gid", "uuid", "key", "code", "slug", "name", "login", "username", "email", "title");

    Likeness {
        values = List.copyOf(values);
    }

    /** {@return whether a member, or one of its elements, is one of the values, or is called by one} */
    boolean covers(JsonNode own) {
        if (own.isArray()) {
            return own.valueStream().anyMatch(this::covers);
        }
        return own.isObject() ? NAMES.stream().anyMatch(name -> isOne(own.path(name))) : isOne(own);
    }

    private boolean isOne(JsonNode own) {
        // A stream for each of very many items would take longer than all else.
        for (JsonNode value : values) {
            if (isSame(own, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(JsonNode own, JsonNode value) {
        if (own.isNumber() && value.isNumber()) {
            return ValueOrder.compare(own, value) == 0;
        }
        return own.equals(value)
                || own.isValueNode() && !own.isNull() && own.asString("").equals(value.asString(""));
    }
}
