package plumbline.guard.rules.schemas;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;

/** Tells which values schemas take, as far as their own keywords say. */
public final class SchemaValues {
    private static final Map<String, String> TYPES_OF_KEYWORDS = Map.ofEntries(
            Map.entry("minLength", "string"),
            Map.entry("maxLength", "string"),
            Map.entry("pattern", "string"),
            Map.entry("minimum", "number"),
            Map.entry("maximum", "number"),
            Map.entry("exclusiveMinimum", "number"),
            Map.entry("exclusiveMaximum", "number"),
            Map.entry("multipleOf", "number"),
            Map.entry("items", "array"),
            Map.entry("prefixItems", "array"),
            Map.entry("minItems", "array"),
            Map.entry("maxItems", "array"),
            Map.entry("uniqueItems", "array"),
            Map.entry("properties", "object"),
            Map.entry("patternProperties", "object"),
            Map.entry("required", "object"),
            Map.entry("minProperties", "object"),
            Map.entry("maxProperties", "object"));

    private SchemaValues() {}

    /** {@return the types that a schema names itself; none if it names none} */
    public static Set<String> types(Node schema) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = schema.value().path("type");
        if (type.isString()) {
            types.add(type.stringValue());
        }
        type.valueStream().filter(JsonNode::isString).forEach(item -> types.add(item.stringValue()));
        return types;
    }

    /** {@return the type that a keyword is for; nothing if it is for all} */
    public static Optional<String> typeFor(String keyword) {
        return Optional.ofNullable(TYPES_OF_KEYWORDS.get(keyword));
    }

    /** {@return whether a value is of one of these types, of which none stands for all} */
    public static boolean isOf(Set<String> types, JsonNode value) {
        return types.isEmpty() || types.stream().anyMatch(type -> isOf(type, value));
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "null" -> value.isNull();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            case "string" -> value.isString();
            default -> true;
        };
    }
}
