package plumbline.contract.json;

import java.util.Optional;
import java.util.Set;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Values of documents that were written without the quotes that their type asks for, or with quotes that it has no use for. */
public final class MeantValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MeantValues() {}

    /** {@return the value of one of these types that another value stands for; nothing if it is of one, or stands for none} */
    public static Optional<JsonNode> of(JsonNode value, Set<JsonType> types) {
        if (types.contains(JsonType.of(value)) || value.isContainer() || value.isNull()) {
            return Optional.empty();
        }
        return value.isString() ? plain(value.stringValue(), types) : text(value, types);
    }

    private static Optional<JsonNode> text(JsonNode value, Set<JsonType> types) {
        return types.contains(JsonType.STRING) ? Optional.of(NODES.stringNode(value.asString(""))) : Optional.empty();
    }

    private static Optional<JsonNode> plain(String text, Set<JsonType> types) {
        boolean isBoolean = "true".equals(text) || "false".equals(text);
        if (!isBoolean && !text.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(text)).filter(value -> types.contains(JsonType.of(value)));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
