package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/** Finds all schemas that judge one valid value: through references, compositions, and the branches that it takes. */
final class AppliedSchemas {
    private final Schemas schemas;
    private final JsonNode value;
    private final List<JsonNode> applied = new ArrayList<>();
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private AppliedSchemas(Schemas schemas, JsonNode value) {
        this.schemas = schemas;
        this.value = value;
    }

    static List<JsonNode> of(Schemas schemas, List<JsonNode> parts, JsonNode value) {
        AppliedSchemas found = new AppliedSchemas(schemas, value);
        parts.forEach(found::add);
        return found.applied;
    }

    private void add(JsonNode schema) {
        if (!schema.isObject() || !seen.add(schema)) {
            return;
        }
        applied.add(schema);
        if (schema.path("$ref").isString()) {
            add(schemas.referenced(schema.path("$ref").stringValue()));
        }
        schema.path("allOf").forEach(this::add);
        branches(schema.path("oneOf"));
        branches(schema.path("anyOf"));
        condition(schema);
        schema.path("dependentSchemas").forEachEntry((name, dependent) -> {
            if (value.has(name)) {
                add(dependent);
            }
        });
    }

    private void branches(JsonNode branches) {
        for (JsonNode branch : branches) {
            if (schemas.isValidPart(branch, value)) {
                add(branch);
            }
        }
    }

    private void condition(JsonNode schema) {
        if (schema.has("if")) {
            add(schema.path(schemas.isValidPart(schema.path("if"), value) ? "then" : "else"));
        }
    }
}
