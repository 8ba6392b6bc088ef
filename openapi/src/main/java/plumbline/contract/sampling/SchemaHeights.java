package plumbline.contract.sampling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;

/**
 * How deep the shallowest value of a schema is nested, as far as required parts tell; tells a branch that ends a recursion
 * from one that goes on with it. Thread-safe.
 */
final class SchemaHeights {
    /** The height of what has no shallowest value, or is nested deeper than anyone would. */
    static final int ENDLESS = 100;

    private final Schemas schemas;
    private final Map<String, Integer> byReference = new ConcurrentHashMap<>();

    SchemaHeights(Schemas schemas) {
        this.schemas = schemas;
    }

    /** {@return the height, 0 for values that are not nested} */
    int of(JsonNode schema) {
        return height(schema, 0);
    }

    private int height(JsonNode schema, int depth) {
        if (depth >= ENDLESS) {
            return ENDLESS;
        }
        if (!schema.isObject() || schema.has("const") || schema.has("enum") || allowsScalar(schema)) {
            return 0;
        }
        int height = own(schema, depth);
        for (JsonNode part : schema.path("allOf")) {
            height = Math.max(height, height(part, depth + 1));
        }
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            height = Math.max(height, lowest(schema.path(keyword), depth));
        }
        return schema.has("$ref")
                ? Math.max(height, reference(schema.path("$ref").stringValue(), depth))
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

    private int own(JsonNode schema, int depth) {
        int height = 0;
        for (JsonNode name : schema.path("required")) {
            JsonNode property = schema.path("properties").path(name.asString(""));
            height = Math.max(height, 1 + height(property, depth + 1));
        }
        if (schema.path("minItems").asInt(0) > 0) {
            JsonNode first = schema.path("prefixItems").path(0);
            height = Math.max(height, part(first.isMissingNode() ? schema.path("items") : first, depth));
        }
        if (schema.path("minContains").asInt(1) > 0) {
            height = Math.max(height, part(schema.path("contains"), depth));
        }
        if (schema.path("minProperties").asInt(0) > 0
                && schema.path("properties").isEmpty()) {
            height = Math.max(height, part(schema.path("additionalProperties"), depth));
        }
        return Math.min(height, ENDLESS);
    }

    private int part(JsonNode schema, int depth) {
        return schema.isObject() ? 1 + height(schema, depth + 1) : 0;
    }

    private int lowest(JsonNode branches, int depth) {
        int lowest = branches.isEmpty() ? 0 : ENDLESS;
        for (JsonNode branch : branches) {
            lowest = Math.min(lowest, height(branch, depth + 1));
        }
        return lowest;
    }

    private int reference(String iri, int depth) {
        Integer known = byReference.get(iri);
        if (known != null) {
            return known;
        }
        // While it is being computed, a reference back to it is a recursion that does not end here.
        byReference.put(iri, ENDLESS);
        int height = height(schemas.referenced(iri), depth + 1);
        byReference.put(iri, height);
        return height;
    }
}
