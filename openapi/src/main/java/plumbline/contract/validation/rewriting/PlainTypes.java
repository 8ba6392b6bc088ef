package plumbline.contract.validation.rewriting;

import java.util.Set;
import plumbline.contract.json.JsonType;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What a schema that says nothing but of which types values are takes at a glance: most parameters have one.
 *
 * @param types the types; none where the schema says more, or does not say it in this plain way
 */
public record PlainTypes(Set<JsonType> types) {
    /** Keywords that judge nothing (JSON Schema validation, section 9; OpenAPI 3.1, "Schema Object"). */
    private static final Set<String> ANNOTATIONS = Set.of(
            "title",
            "description",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "example",
            "examples",
            "externalDocs",
            "$comment");

    public PlainTypes {
        types = Set.copyOf(types);
    }

    /**
     * {@return the types that a schema takes at a glance}
     *
     * @param schema a schema of JSON Schema 2020-12
     */
    public static PlainTypes of(JsonNode schema) {
        boolean isPlain = schema.isObject()
                && schema.propertyNames().stream()
                        .allMatch(name -> "type".equals(name) || ANNOTATIONS.contains(name) || name.startsWith("x-"));
        return new PlainTypes(isPlain ? JsonType.namedIn(schema.path("type")) : Set.of());
    }

    /** {@return whether a value is valid, which is left open where it is false} */
    public boolean take(JsonNode value) {
        boolean isSimple = value.isString() || value.isBoolean() || value.isIntegralNumber();
        return isSimple && types.contains(JsonType.of(value));
    }
}
