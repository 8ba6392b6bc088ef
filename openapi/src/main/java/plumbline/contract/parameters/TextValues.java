package plumbline.contract.parameters;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.json.JsonType;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Reads plain text as the JSON value that a schema expects. */
public final class TextValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,400})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,400})(\\.[0-9]{1,400})?([eE][-+]?[0-9]{1,4})?");

    private TextValues() {}

    /** {@return the values that a text may stand for, most likely first; at least one} */
    public static List<JsonNode> candidates(String text, SchemaShape shape) {
        List<JsonNode> candidates = new ArrayList<>(2);
        if (!shape.isDeclared()) {
            candidates.add(NODES.stringNode(text));
        }
        boolean number = shape.allows(JsonType.NUMBER);
        if ((number || shape.allows(JsonType.INTEGER)) && INTEGER.matcher(text).matches()) {
            candidates.add(integer(text));
        } else if ((number || shape.allows(JsonType.INTEGER))
                && NUMBER.matcher(text).matches()) {
            candidates.add(NODES.numberNode(new BigDecimal(text)));
        }
        if (shape.allows(JsonType.BOOLEAN) && ("true".equals(text) || "false".equals(text))) {
            candidates.add(NODES.booleanNode("true".equals(text)));
        }
        boolean bracketed = text.startsWith("{") || text.startsWith("[");
        if (bracketed && shape.isDeclared() && (shape.isObject() || shape.isArray())) {
            json(text).ifPresent(candidates::add);
        }
        if (shape.isDeclared() && (shape.allows(JsonType.STRING) || candidates.isEmpty() && !mayBeNull(text, shape))) {
            candidates.add(NODES.stringNode(text));
        }
        if (mayBeNull(text, shape)) {
            candidates.add(NODES.nullNode());
        }
        return candidates;
    }

    /** Containers inside of containers have no form of their own in most styles; JSON is what clients write there. */
    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Json.read(text));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static boolean mayBeNull(String text, SchemaShape shape) {
        return shape.allows(JsonType.NULL) && (text.isEmpty() || "null".equals(text));
    }

    private static JsonNode integer(String text) {
        if (text.length() < 10) {
            return NODES.numberNode(Integer.parseInt(text));
        }
        return text.length() < 19 ? NODES.numberNode(Long.parseLong(text)) : NODES.numberNode(new BigInteger(text));
    }
}
