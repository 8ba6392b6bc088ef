package plumbline.contract.validation;

import java.math.BigDecimal;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Writes whole numbers such as {@code 1e20} without exponent: the validator cannot hold the others against bounds. */
final class LargeNumbers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LargeNumbers() {}

    static JsonNode written(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = NODES.objectNode();
            value.forEachEntry((name, member) -> object.set(name, written(member)));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = NODES.arrayNode();
            value.forEach(item -> array.add(written(item)));
            return array;
        }
        return value.isBigDecimal() ? written(value.decimalValue()) : value;
    }

    private static JsonNode written(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                ? NODES.numberNode(number.toBigInteger())
                : NODES.numberNode(number);
    }
}
