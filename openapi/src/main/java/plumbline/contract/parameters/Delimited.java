package plumbline.contract.parameters;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Schema;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Values whose parts stand in one text between delimiters.
 *
 * @param shape the shape of the value; null if nothing is declared
 * @param reader reads the parts
 * @param delimiter what stands between the parts
 * @param assignment what stands between name and value of an exploded object's members
 */
record Delimited(@Nullable SchemaShape shape, TextReader reader, char delimiter, String assignment) {
    /** {@return the value of a text whose parts are made plain, each by itself, by the given function} */
    Decoded decode(String raw, boolean exploded, UnaryOperator<String> plain) {
        boolean parted = shape != null && (!shape.isScalarToo() || reader.choice(2) == 0);
        if (parted && shape != null && shape.isArray()) {
            return Decoded.Value.of(array(parts(raw), plain));
        }
        if (parted && shape != null && shape.isObject()) {
            return exploded ? explodedObject(raw, shape, plain) : object(raw, shape, plain);
        }
        return Decoded.Value.of(reader.value(plain.apply(raw), shape == null ? null : shape.schema()));
    }

    /** {@return the list of these parts} */
    ArrayNode array(List<String> parts, UnaryOperator<String> plain) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String part : parts) {
            @Nullable
            Schema item = shape == null ? null : shape.item(array.size()).orElse(null);
            array.add(reader.value(plain.apply(part), item));
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
            String name = plain.apply(parts.get(i));
            object.set(name, reader.value(plain.apply(parts.get(i + 1)), shape.alternatives(name)));
        }
        return Decoded.Value.of(object);
    }

    private Decoded explodedObject(String raw, SchemaShape shape, UnaryOperator<String> plain) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String part : parts(raw)) {
            int at = part.indexOf(assignment);
            if (at < 0) {
                return new Decoded.Malformed("name=value, separated by '" + delimiter + "'", raw);
            }
            String name = plain.apply(part.substring(0, at));
            object.set(name, reader.value(plain.apply(part.substring(at + 1)), shape.alternatives(name)));
        }
        return Decoded.Value.of(object);
    }

    private List<String> parts(String raw) {
        return raw.isEmpty() ? List.of() : List.of(raw.split(java.util.regex.Pattern.quote("" + delimiter), -1));
    }
}
