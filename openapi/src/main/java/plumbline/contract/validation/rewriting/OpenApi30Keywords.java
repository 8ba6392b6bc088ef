package plumbline.contract.validation.rewriting;

import java.util.function.Consumer;
import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * The keywords in which schemas of OpenAPI 3.0 differ from JSON Schema 2020-12.
 *
 * @param schema the rewritten schema so far
 * @param node the schema in the document
 */
record OpenApi30Keywords(ObjectNode schema, Node node) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** {@return the schema with these keywords translated; the consumer is told where it had to move to} */
    ObjectNode apply(Consumer<String> moved) {
        ExclusiveFlags.replaceIn(schema);
        schema.remove("const");
        if (!node.flag("nullable")) {
            return schema;
        }
        if (schema.path("enum").isArray()) {
            allowNullInEnum();
        }
        if (schema.path("type").isString()) {
            ArrayNode types = NODES.arrayNode();
            types.add(schema.path("type")).add("null");
            schema.set("type", types);
            return isComposed() ? nullOr(moved) : schema;
        }
        // By the letter of 3.0.3, nullable without type changes nothing; authors mean that null is allowed.
        return schema.isEmpty() ? schema : nullOr(moved);
    }

    private boolean isComposed() {
        return schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf") || schema.has("not");
    }

    private ObjectNode nullOr(Consumer<String> moved) {
        ObjectNode either = NODES.objectNode();
        either.set("if", NODES.objectNode().put("type", "null"));
        either.set("else", schema);
        moved.accept("/else");
        return either;
    }

    private void allowNullInEnum() {
        ArrayNode values = NODES.arrayNode();
        boolean hasNull = false;
        for (JsonNode value : schema.path("enum")) {
            values.add(value);
            hasNull |= value.isNull();
        }
        if (!hasNull) {
            values.addNull();
        }
        schema.set("enum", values);
    }
}
