package plumbline.conformance.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.contract.Direction;
import plumbline.contract.document.Node;
import plumbline.contract.document.Place;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A keyword that rules something out.
 *
 * @param schema the schema that it stands in
 * @param name its name
 * @param property the property that it speaks of; empty if it speaks of no single one
 */
record Keyword(Node schema, String name, String property) {
    private static final Set<String> FORMATS = Set.of(
            "date",
            "date-time",
            "time",
            "duration",
            "email",
            "hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uuid",
            "byte",
            "base64url",
            "char",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "float",
            "double");

    /** The keywords that are constraints if their values are such. */
    private static final Map<String, Predicate<JsonNode>> NAMES = Map.ofEntries(
            Map.entry("type", value -> true),
            Map.entry("enum", value -> true),
            Map.entry("const", value -> true),
            Map.entry("multipleOf", JsonNode::isNumber),
            Map.entry("maximum", JsonNode::isNumber),
            Map.entry("exclusiveMaximum", JsonNode::isNumber),
            Map.entry("minimum", JsonNode::isNumber),
            Map.entry("exclusiveMinimum", JsonNode::isNumber),
            Map.entry("maxLength", JsonNode::isNumber),
            Map.entry("minLength", Keyword::isPositive),
            Map.entry("pattern", value -> true),
            Map.entry("format", value -> FORMATS.contains(value.asString(""))),
            Map.entry("maxItems", JsonNode::isNumber),
            Map.entry("minItems", Keyword::isPositive),
            Map.entry("uniqueItems", value -> value.asBoolean(false)),
            Map.entry("contains", value -> true),
            Map.entry("maxProperties", JsonNode::isNumber),
            Map.entry("minProperties", Keyword::isPositive),
            Map.entry("dependentRequired", value -> true),
            Map.entry("propertyNames", value -> true),
            Map.entry("additionalProperties", Keyword::isFalse),
            Map.entry("unevaluatedProperties", Keyword::isFalse),
            Map.entry("not", value -> true),
            Map.entry("oneOf", value -> true),
            Map.entry("anyOf", value -> true),
            Map.entry("discriminator", value -> true));

    /** {@return the keywords of one schema that rule something out in messages of a direction} */
    static List<Keyword> of(Node schema, Direction direction) {
        List<Keyword> keywords = new ArrayList<>();
        Map<String, Node> properties = schema.members("properties");
        schema.members().forEach((name, member) -> {
            if (NAMES.getOrDefault(name, value -> false).test(member.value())) {
                keywords.add(new Keyword(schema, name, ""));
            }
        });
        for (Node name : schema.items("required")) {
            Node property = properties.get(name.value().asString(""));
            if (property == null || !isHidden(property, direction)) {
                keywords.add(new Keyword(schema, "required", name.value().asString("")));
            }
        }
        properties.forEach((name, property) -> {
            if (direction == Direction.RESPONSE && isHidden(property, direction)) {
                keywords.add(new Keyword(schema, "writeOnly", name));
            }
        });
        return keywords;
    }

    private static boolean isPositive(JsonNode value) {
        return value.isNumber() && value.asDouble() > 0;
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    /** {@return whether a property does not belong in messages of this direction} */
    static boolean isHidden(Node property, Direction direction) {
        String mark = direction == Direction.RESPONSE ? "writeOnly" : "readOnly";
        return property.flag(mark) || property.resolved().flag(mark);
    }

    JsonNode value() {
        return schema.value().path(name);
    }

    /** {@return where the keyword stands, as violations of it say} */
    Place place() {
        return "writeOnly".equals(name)
                ? schema.placeOf(Pointers.child("/properties", property))
                : schema.placeOf("/" + name);
    }

    /** {@return the name of the constraint} */
    String id(Direction direction) {
        return id(direction, place(), "required".equals(name) ? property : "");
    }

    static String id(Direction direction, Place place, String property) {
        return direction + " " + place.file() + "#" + place.pointer() + " " + property;
    }

    /** {@return the constraint in words} */
    String text() {
        String value = value().toString();
        return switch (name) {
            case "required", "writeOnly" -> name + " property '" + property + "'";
            case "oneOf", "anyOf", "not", "discriminator", "contains", "propertyNames", "dependentRequired" -> name;
            default -> name + " " + (value.length() <= 60 ? value : value.substring(0, 57) + "...");
        };
    }
}
