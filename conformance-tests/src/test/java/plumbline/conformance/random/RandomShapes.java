package plumbline.conformance.random;

import java.util.ArrayList;
import java.util.List;

/** Makes schemas as people write them; written as JSON. */
final class RandomShapes {
    private static final List<String> FORMATS = List.of(
            "date", "date-time", "uuid", "email", "uri", "hostname", "ipv4", "ipv6", "byte", "password", "own-format");
    private static final List<String> PATTERNS =
            List.of("^[a-z]{3,8}$", "^\\\\d{4}-\\\\d{2}$", "^(red|green|blue)$", "^[A-Z][a-z]+$", "^#[0-9a-f]{6}$");

    private final Choosing choosing;

    RandomShapes(Choosing choosing) {
        this.choosing = choosing;
    }

    /** {@return the schema of any value} */
    String value(int depth) {
        return switch (choosing.below(depth > 2 ? 6 : 14)) {
            case 0, 1 -> text();
            case 2, 3 -> number();
            case 4 -> "{\"type\": \"boolean\"}";
            case 5 -> choice();
            case 6 -> nullable();
            case 7, 8 -> object(depth + 1);
            case 9, 10 -> array(value(depth + 1));
            case 11 -> map(depth + 1);
            case 12 -> alternatives(depth + 1);
            default -> "{\"allOf\": [%s, %s]}".formatted(part("left", depth + 1), part("right", depth + 1));
        };
    }

    /** {@return the schema of a value that can be told in one word} */
    String scalar() {
        return switch (choosing.below(4)) {
            case 0 -> number();
            case 1 -> "{\"type\": \"boolean\"}";
            case 2 -> choice();
            default -> text();
        };
    }

    String text() {
        return switch (choosing.below(4)) {
            case 0 -> "{\"type\": \"string\"}";
            case 1 -> {
                int least = choosing.below(20);
                yield "{\"type\": \"string\", \"minLength\": %d, \"maxLength\": %d}"
                        .formatted(least, least + 1 + choosing.below(30));
            }
            case 2 -> "{\"type\": \"string\", \"format\": \"%s\"}".formatted(choosing.any(FORMATS));
            default -> "{\"type\": \"string\", \"pattern\": \"%s\"}".formatted(choosing.any(PATTERNS));
        };
    }

    private String number() {
        int least = choosing.below(200) - 100;
        return switch (choosing.below(6)) {
            case 0 -> "{\"type\": \"integer\"}";
            case 1 -> "{\"type\": \"integer\", \"format\": \"%s\"}".formatted(choosing.any("int32", "int64"));
            case 2 ->
                "{\"type\": \"integer\", \"minimum\": %d, \"maximum\": %d}"
                        .formatted(least, least + choosing.below(90));
            case 3 ->
                choosing.is31()
                        ? "{\"type\": \"number\", \"exclusiveMinimum\": %d}".formatted(least)
                        : "{\"type\": \"number\", \"minimum\": %d, \"exclusiveMinimum\": true}".formatted(least);
            case 4 -> "{\"type\": \"number\", \"minimum\": 0, \"multipleOf\": 0.01}";
            default -> "{\"type\": \"number\", \"format\": \"%s\"}".formatted(choosing.any("float", "double"));
        };
    }

    private String choice() {
        return choosing.any(
                "{\"type\": \"string\", \"enum\": [\"small\", \"medium\", \"large\"]}",
                "{\"type\": \"string\", \"enum\": [\"only\"]}",
                "{\"type\": \"integer\", \"enum\": [1, 2, 3]}",
                choosing.is31() ? "{\"const\": \"fixed\"}" : "{\"type\": \"string\", \"enum\": [\"a\", \"b\"]}");
    }

    private String nullable() {
        return choosing.is31()
                ? choosing.any(
                        "{\"type\": [\"string\", \"null\"], \"maxLength\": 9}",
                        "{\"anyOf\": [{\"type\": \"integer\"}, {\"type\": \"null\"}]}")
                : choosing.any(
                        "{\"type\": \"string\", \"nullable\": true}",
                        "{\"type\": \"integer\", \"nullable\": true, \"minimum\": 3}");
    }

    String array(String items) {
        int least = choosing.below(3);
        return switch (choosing.below(3)) {
            case 0 -> "{\"type\": \"array\", \"items\": %s}".formatted(items);
            case 1 ->
                "{\"type\": \"array\", \"items\": %s, \"minItems\": %d, \"maxItems\": %d}"
                        .formatted(items, least, least + 1 + choosing.below(4));
            default ->
                "{\"type\": \"array\", \"items\": {\"type\": \"string\", \"maxLength\": 8}, \"uniqueItems\": true}";
        };
    }

    private String map(int depth) {
        return "{\"type\": \"object\", \"additionalProperties\": %s}".formatted(value(depth));
    }

    private String alternatives(int depth) {
        return choosing.any(
                "{\"oneOf\": [{\"type\": \"integer\"}, {\"type\": \"string\", \"maxLength\": 5}]}",
                "{\"anyOf\": [%s, {\"type\": \"boolean\"}]}".formatted(value(depth)),
                "{\"oneOf\": [{\"type\": \"object\", \"required\": [\"card\"], \"properties\": {\"card\": %s}, \"additionalProperties\": false},"
                                .formatted(text())
                        + " {\"type\": \"object\", \"required\": [\"account\"], \"properties\": {\"account\": %s}, \"additionalProperties\": false}]}"
                                .formatted(text()),
                "{\"$ref\": \"#/components/schemas/Animal\"}",
                "{\"$ref\": \"#/components/schemas/Tree\"}");
    }

    private String object(int depth) {
        return "{\"type\": \"object\", %s%s}"
                .formatted(members("part", depth), choosing.inOneOf(3) ? ", \"additionalProperties\": false" : "");
    }

    private String part(String prefix, int depth) {
        return "{\"type\": \"object\", %s}".formatted(members(prefix, depth));
    }

    private String members(String prefix, int depth) {
        List<String> properties = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (int i = choosing.below(4); i >= 0; i--) {
            properties.add("\"%s%d\": %s".formatted(prefix, i, value(depth)));
            if (choosing.inOneOf(2)) {
                required.add("\"" + prefix + i + "\"");
            }
        }
        return "\"properties\": {%s}%s".formatted(String.join(", ", properties), required(required));
    }

    /** {@return the keyword, since none may be required by an empty list in OpenAPI 3.0} */
    static String required(List<String> names) {
        return names.isEmpty() ? "" : ", \"required\": [" + String.join(", ", names) + "]";
    }

    /** Schemas that the others refer to. */
    static final String COMPONENTS = """
            "Cat": {"type": "object", "required": ["kind", "lives"], "properties": {"kind": {"type": "string"}, "lives": {"type": "integer", "minimum": 1, "maximum": 9}}},
            "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "barks": {"type": "boolean"}}},
            "Animal": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
              "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}}},
            "Tree": {"type": "object", "required": ["label"], "properties": {"label": {"type": "string"}, "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}""";
}
