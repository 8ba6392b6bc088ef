package plumbline.contract.mending.schemas;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Types of OpenAPI 3.1 in a document of 3.0 or 2.0: null, and several at once. */
final class NullType implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        List<String> types = types(fault.value());
        boolean isMended = fault.isAbout(Topic.SCHEMA)
                && "type".equals(fault.name())
                && fault.isInOldDialect()
                && (types.contains("null") || types.size() > 1 || fault.value().isArray())
                && !types.isEmpty()
                && types.stream().allMatch(TypeNames::isKnown)
                && fault.tree().change(fault.parent(), schema -> rewrite(schema, types, fault.isInSwagger()));
        return isMended ? Optional.of("it is read as in OpenAPI 3.1") : Optional.empty();
    }

    private static List<String> types(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(type -> type.asString("")).distinct().toList()
                : List.of(value.asString(""));
    }

    private static void rewrite(ObjectNode schema, List<String> types, boolean isSwagger) {
        List<String> others =
                types.stream().filter(type -> !"null".equals(type)).toList();
        schema.remove("type");
        if (others.isEmpty()) {
            schema.putArray("enum").addNull();
            return;
        }
        if (types.contains("null")) {
            schema.put(isSwagger ? "x-nullable" : "nullable", true);
        }
        if (others.size() == 1) {
            schema.put("type", others.get(0));
            return;
        }
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        others.forEach(type -> choices.addObject().put("type", type));
        if (schema.has("anyOf")) {
            schema.withArrayProperty("allOf").addObject().set("anyOf", choices);
        } else {
            schema.set("anyOf", choices);
        }
    }
}
