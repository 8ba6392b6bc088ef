package plumbline.mock.answer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Direction;
import plumbline.contract.Schema;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Repeats path parameters in bodies: the item asked for under an id says that it has that id.
 *
 * @param schemas the schemas of the contract
 */
record PathEcho(Schemas schemas) {
    /** {@return the body with each property that is called as a path parameter set to its value, where that is valid} */
    JsonNode apply(JsonNode body, @Nullable Schema schema, Map<String, String> pathValues) {
        JsonNode echoed = body;
        for (Map.Entry<String, String> value : pathValues.entrySet()) {
            if (body.isObject() && body.path(value.getKey()).isValueNode()) {
                echoed = with(
                        echoed,
                        schema,
                        value.getKey(),
                        PercentCoding.decode(value.getValue()).orElse(""));
            }
        }
        return echoed;
    }

    private JsonNode with(JsonNode body, @Nullable Schema schema, String name, String text) {
        for (JsonNode candidate : candidates(body, schema, name, text)) {
            if (candidate.equals(body.path(name))) {
                return body;
            }
            ObjectNode copy = (ObjectNode) body.deepCopy();
            copy.set(name, candidate);
            if (schema == null || schemas.isValid(schema, Direction.RESPONSE, copy)) {
                return copy;
            }
        }
        return body;
    }

    private static Iterable<JsonNode> candidates(JsonNode body, @Nullable Schema schema, String name, String text) {
        @Nullable
        Schema property =
                schema == null ? null : SchemaShape.of(schema).property(name).orElse(null);
        if (property != null) {
            return TextValues.candidates(text, SchemaShape.of(property));
        }
        return body.path(name).isString()
                ? java.util.List.of(plumbline.json.jackson.databind.node.JsonNodeFactory.instance.stringNode(text))
                : java.util.List.of();
    }
}
