package plumbline.guard.comparison.flattening;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.json.jackson.databind.JsonNode;

/**
 * The values that {@code enum} and {@code const} leave, other than null.
 *
 * @param byText the places of the values by their texts as JSON, in which equal numbers look alike
 */
public record AllowedValues(Map<String, Node> byText) {
    static Optional<AllowedValues> of(FlatSchema shape) {
        Map<String, Node> left = null;
        for (Node values : shape.all("enum")) {
            left = common(left, texts(values.items()));
        }
        if (shape.version() != OpenApiVersion.V3_0) {
            for (Node value : shape.all("const")) {
                left = common(left, texts(List.of(value)));
            }
        }
        return Optional.ofNullable(left).map(AllowedValues::new);
    }

    private static Map<String, Node> common(@Nullable Map<String, Node> left, Map<String, Node> right) {
        if (left != null) {
            right.keySet().retainAll(left.keySet());
        }
        return right;
    }

    /** {@return values other than null by their texts} */
    public static Map<String, Node> texts(Iterable<Node> values) {
        Map<String, Node> texts = new LinkedHashMap<>();
        for (Node value : values) {
            if (!value.value().isNull()) {
                texts.putIfAbsent(text(value.value()), value);
            }
        }
        return texts;
    }

    /** {@return the value as JSON, whole numbers without fraction and exponent} */
    public static String text(JsonNode value) {
        if (!value.isNumber()) {
            return value.toString();
        }
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        return Math.abs(number.scale()) > 100 ? number.toString() : number.toPlainString();
    }

    Set<JsonType> types() {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        byText.values().forEach(value -> types.add(JsonType.of(value.value())));
        return types;
    }
}
