package plumbline.contract.sampling;

import java.util.function.ToIntFunction;
import plumbline.json.jackson.databind.JsonNode;

/**
 * How deep the shallowest value of one schema is nested, where the heights of what it refers to are told.
 *
 * @param references tells the height of what a reference stands for
 */
record ShallowestValue(ToIntFunction<String> references) {
    static int height(JsonNode schema, ToIntFunction<String> references) {
        return new ShallowestValue(references).height(schema);
    }

    private int height(JsonNode schema) {
        if (!schema.isObject() || schema.has("const") || schema.has("enum") || allowsScalar(schema)) {
            return 0;
        }
        int height = own(schema);
        for (JsonNode part : schema.path("allOf")) {
            height = Math.max(height, height(part));
        }
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            height = Math.max(height, lowest(schema.path(keyword)));
        }
        return schema.has("$ref")
                ? Math.max(height, references.applyAsInt(schema.path("$ref").stringValue()))
                : height;
    }

    private static boolean allowsScalar(JsonNode schema) {
        for (JsonNode type : schema.path("type")) {
            String name = type.asString("");
            if (!"object".equals(name) && !"array".equals(name)) {
                return true;
            }
        }
        return false;
    }

    private int own(JsonNode schema) {
        int height = 0;
        for (JsonNode name : schema.path("required")) {
            JsonNode property = schema.path("properties").path(name.asString(""));
            height = Math.max(height, 1 + height(property));
        }
        if (schema.path("minItems").asInt(0) > 0) {
            JsonNode first = schema.path("prefixItems").path(0);
            height = Math.max(height, part(first.isMissingNode() ? schema.path("items") : first));
        }
        if (schema.path("minContains").asInt(1) > 0) {
            height = Math.max(height, part(schema.path("contains")));
        }
        if (schema.path("minProperties").asInt(0) > 0
                && schema.path("properties").isEmpty()) {
            height = Math.max(height, part(schema.path("additionalProperties")));
        }
        return Math.min(height, SchemaHeights.ENDLESS);
    }

    private int part(JsonNode schema) {
        return schema.isObject() ? 1 + height(schema) : 0;
    }

    private int lowest(JsonNode branches) {
        int lowest = branches.isEmpty() ? 0 : SchemaHeights.ENDLESS;
        for (JsonNode branch : branches) {
            lowest = Math.min(lowest, height(branch));
        }
        return lowest;
    }
}
