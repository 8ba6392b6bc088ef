package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Schema;
import plumbline.contract.http.Body;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonFault;
import plumbline.contract.json.JsonSequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Judges bodies that are many JSON values, one after the other (OpenAPI 3.2, "Sequential Media Types"): each by the schema
 * of items, and all together by the schema of the whole, as a list.
 *
 * @param spec the media type
 * @param schemas the schemas of the contract
 * @param direction the direction of the message
 */
record SequenceValidator(MediaTypeSpec spec, Schemas schemas, Direction direction) {
    private static final int MOST_VIOLATIONS = 50;

    List<Violation> violations(JsonSequence sequence, Body body) {
        List<Violation> violations = new ArrayList<>();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String text : sequence.split(body.text())) {
            if (violations.size() >= MOST_VIOLATIONS) {
                return violations;
            }
            try {
                JsonNode item = Json.read(text);
                violations.addAll(judged(item, items.size()));
                items.add(item);
            } catch (JsonFault e) {
                violations.add(fault(text, items.size(), e));
                return violations;
            }
        }
        @Nullable Schema whole = spec.schema();
        if (whole != null) {
            violations.addAll(schemas.violations(whole, direction, items, Location.body()));
        }
        return violations;
    }

    private List<Violation> judged(JsonNode item, int index) {
        @Nullable Schema schema = spec.itemSchema();
        return schema == null
                ? List.of()
                : schemas.violations(schema, direction, item, Location.body().at("/" + index));
    }

    private Violation fault(String text, int index, JsonFault fault) {
        return new Violation(
                "json",
                Location.body().at("/" + index),
                "is not strict JSON: " + fault.getMessage(),
                "one JSON value (RFC 8259)",
                KeywordMessage.excerpt(JsonNodeFactory.instance.stringNode(text)),
                spec.node().place());
    }
}
