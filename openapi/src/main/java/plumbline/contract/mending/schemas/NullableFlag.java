package plumbline.contract.mending.schemas;

import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** {@code nullable} in a document of OpenAPI 3.1 or later, which means nothing there by the letter. */
final class NullableFlag implements MendingRule {
    /** Those by which a schema can refuse null though it says no type. */
    private static final Set<String> REFUSING = Set.of("$ref", "allOf", "anyOf", "oneOf", "not", "const", "if");

    @Override
    public Optional<String> mend(Fault fault) {
        boolean isMeant = fault.isAbout(Topic.SCHEMA_NULLABLE)
                && fault.value().asBoolean(false)
                && fault.tree().object(fault.parent()).isPresent();
        if (!isMeant) {
            return Optional.empty();
        }
        ObjectNode schema = fault.tree().object(fault.parent()).orElseThrow();
        schema.remove("nullable");
        if (schema.path("type").isString()) {
            JsonNode type = schema.path("type");
            schema.putArray("type").add(type).add("null");
        }
        allowInEnum(schema);
        if (REFUSING.stream().anyMatch(schema::has)) {
            fault.tree()
                    .wrap(
                            fault.parent(),
                            "anyOf",
                            JsonNodeFactory.instance.objectNode().put("type", "null"));
        }
        return Optional.of("it allows null, as in OpenAPI 3.0");
    }

    private static void allowInEnum(ObjectNode schema) {
        if (schema.get("enum") instanceof ArrayNode values
                && values.valueStream().noneMatch(JsonNode::isNull)) {
            values.addNull();
        }
    }
}
