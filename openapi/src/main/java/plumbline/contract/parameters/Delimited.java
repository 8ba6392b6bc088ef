package plumbline.contract.parameters;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values whose parts stand in one text between delimiters.
 *
 * @param shape the shape of the value; null if nothing is declared
 * @param delimiter what stands between the parts
 * @param assignment what stands between name and value of an exploded object's members
 */
record Delimited(@Nullable SchemaShape shape, char delimiter, String assignment) {
    /** {@return the value of a text whose parts are made plain, each by itself, by the given function} */
    Decoded decode(String raw, boolean exploded, UnaryOperator<String> plain) {
        if (shape != null && shape.isArray()) {
            return new Decoded.Value(List.of(array(parts(raw), shape, plain)));
        }
        if (shape != null && shape.isObject()) {
            return exploded ? explodedObject(raw, shape, plain) : object(raw, shape, plain);
        }
        return primitive(plain.apply(raw), shape);
    }

    static Decoded primitive(String text, @Nullable SchemaShape shape) {
        return new Decoded.Value(
                shape == null
                        ? List.of(JsonNodeFactory.instance.stringNode(text))
                        : TextValues.candidates(text, shape));
    }

    static ArrayNode array(List<String> parts, SchemaShape shape, UnaryOperator<String> plain) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String part : parts) {
            array.add(typed(plain.apply(part), shape.item(array.size()).orElse(null)));
        }
        return array;
    }

    private Decoded object(String raw, SchemaShape shape, UnaryOperator<String> plain) {
        List<String> parts = parts(raw);
        if (parts.size() % 2 != 0) {
            return new Decoded.Malformed("names and values in turn, separated by '" + delimiter + "'", raw);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < parts.size(); i += 2) {
            put(object, plain.apply(parts.get(i)), plain.apply(parts.get(i + 1)), shape);
        }
        return new Decoded.Value(List.of(object));
    }

    private Decoded explodedObject(String raw, SchemaShape shape, UnaryOperator<String> plain) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String part : parts(raw)) {
            int at = part.indexOf(assignment);
            if (at < 0) {
                return new Decoded.Malformed("name=value, separated by '" + delimiter + "'", raw);
            }
            put(object, plain.apply(part.substring(0, at)), plain.apply(part.substring(at + 1)), shape);
        }
        return new Decoded.Value(List.of(object));
    }

    static void put(ObjectNode object, String name, String text, SchemaShape shape) {
        object.set(name, typed(text, shape.property(name).orElse(null)));
    }

    static JsonNode typed(String text, @Nullable Schema schema) {
        return schema == null
                ? JsonNodeFactory.instance.stringNode(text)
                : TextValues.likeliest(text, SchemaShape.of(schema));
    }

    private List<String> parts(String raw) {
        return raw.isEmpty() ? List.of() : List.of(raw.split(java.util.regex.Pattern.quote("" + delimiter), -1));
    }
}
