package plumbline.contract.json;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import plumbline.json.jackson.databind.JsonNode;

/** The types of JSON Schema (validation vocabulary, section 6.1.1); an integer is also a number. */
public enum JsonType {
    NULL,
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** {@return the narrowest type of a value} */
    public static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> BOOLEAN;
            case STRING, BINARY -> STRING;
            case ARRAY -> ARRAY;
            case OBJECT, POJO -> OBJECT;
            case NUMBER -> isWhole(value) ? INTEGER : NUMBER;
            case NULL, MISSING -> NULL;
        };
    }

    /** {@return the types that a name in a schema stands for; none if it is unknown} */
    public static Set<JsonType> named(String name) {
        if ("number".equals(name)) {
            return EnumSet.of(NUMBER, INTEGER);
        }
        for (JsonType type : values()) {
            if (type.toString().equals(name)) {
                return EnumSet.of(type);
            }
        }
        return EnumSet.noneOf(JsonType.class);
    }

    /** {@return the types that the value of {@code type} in a schema names, one or a list; none if it names none} */
    public static Set<JsonType> namedIn(JsonNode type) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        if (type.isString()) {
            types.addAll(named(type.stringValue()));
        }
        type.valueStream().forEach(name -> types.addAll(named(name.asString(""))));
        return types;
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber()
                || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    @Override
    public String toString() {
        return word;
    }
}
