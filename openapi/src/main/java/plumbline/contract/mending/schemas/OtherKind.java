package plumbline.contract.mending.schemas;

import java.math.BigDecimal;
import java.util.Optional;
import plumbline.contract.inspection.Kind;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** A value of another kind than is expected, from which the expected one can be told. */
final class OtherKind implements MendingRule {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public Optional<String> mend(Fault fault) {
        Optional<JsonNode> meant = kind(fault)
                .flatMap(kind -> meant(kind, fault.name(), fault.value()).filter(kind::fits));
        meant.ifPresent(value -> fault.tree().replace(fault.pointer(), value));
        return meant.map(
                value -> "it is read as " + kind(fault).map(Kind::toString).orElse(""));
    }

    private static Optional<Kind> kind(Fault fault) {
        for (Kind kind : Kind.values()) {
            if (fault.expects(kind)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> meant(Kind kind, String name, JsonNode value) {
        return switch (kind) {
            case COUNT, NUMBER, POSITIVE -> number(value);
            case FLAG -> flag(value);
            case TEXTS -> texts(value);
            case LIST ->
                value.isObject() && !value.isEmpty()
                        ? Optional.of(NODES.arrayNode().add(value))
                        : Optional.empty();
            case MAPPING -> mapping(name, value);
            case TEXT, SCHEMA -> Optional.empty();
        };
    }

    private static Optional<JsonNode> number(JsonNode value) {
        String text = value.asString("").strip();
        return value.isString() && text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")
                ? Optional.of(NODES.numberNode(new BigDecimal(text)))
                : Optional.empty();
    }

    private static Optional<JsonNode> flag(JsonNode value) {
        String text = value.isString() ? value.stringValue().strip() : "";
        return text.matches("(?i)true|false")
                ? Optional.of(NODES.booleanNode("true".equalsIgnoreCase(text)))
                : Optional.empty();
    }

    /** YAML reads names such as 1 and true as what they look like. */
    private static Optional<JsonNode> texts(JsonNode value) {
        if (!value.isArray()) {
            return Optional.empty();
        }
        ArrayNode texts = NODES.arrayNode();
        value.forEach(item -> texts.add(item.isValueNode() && !item.isNull() ? item.asString() : ""));
        return texts.valueStream().anyMatch(text -> text.stringValue().isEmpty())
                ? Optional.empty()
                : Optional.of(texts);
    }

    /** Some languages write an empty mapping like an empty list. */
    private static Optional<JsonNode> mapping(String name, JsonNode value) {
        if ("discriminator".equals(name) && value.isString()) {
            return Optional.of(NODES.objectNode().set("propertyName", value));
        }
        return value.isArray() && value.isEmpty() ? Optional.of(NODES.objectNode()) : Optional.empty();
    }
}
