package plumbline.conformance.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plumbline.contract.json.JsonType;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes, of a value that obeys a keyword, values that most likely break it; which of them do is for others to judge. */
final class BreakingValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_LIST = 1_000;
    private static final String NOWHERE = "plumbline ~ none";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final List<JsonNode> KINDS = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(7),
            NODES.numberNode(new BigDecimal("7.5")),
            NODES.stringNode(NOWHERE),
            NODES.arrayNode(),
            NODES.objectNode());

    private static final Map<String, BigDecimal> BEYOND_FORMATS = Map.of(
            "float", new BigDecimal("1e39"),
            "double", new BigDecimal("1e309"));

    private BreakingValues() {}

    static List<JsonNode> of(Keyword keyword, JsonNode value) {
        return switch (keyword.name()) {
            case "type", "oneOf", "anyOf", "not" -> otherKinds(value);
            case "enum", "const" -> others(value);
            case "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum" ->
                value.isNumber() ? numbers(keyword, value.decimalValue()) : List.of();
            case "maxLength", "minLength", "pattern" ->
                value.isString() ? texts(keyword, value.stringValue()) : List.of();
            case "format" -> formats(keyword.value().asString(""), value);
            case "maxItems", "minItems", "uniqueItems", "contains" ->
                value instanceof ArrayNode array ? lists(keyword, array) : List.of();
            default -> value instanceof ObjectNode object ? objects(keyword, object) : List.of();
        };
    }

    private static List<JsonNode> otherKinds(JsonNode value) {
        return KINDS.stream()
                .filter(kind -> JsonType.of(kind) != JsonType.of(value))
                .toList();
    }

    private static List<JsonNode> others(JsonNode value) {
        if (value.isNumber()) {
            return List.of(NODES.numberNode(value.decimalValue().add(new BigDecimal("1000003"))));
        }
        if (!value.isString()) {
            return List.of(NODES.stringNode(NOWHERE));
        }
        String upper = value.stringValue().toUpperCase(Locale.ROOT);
        String swapped = upper.equals(value.stringValue()) ? value.stringValue().toLowerCase(Locale.ROOT) : upper;
        return List.of(NODES.stringNode(NOWHERE), NODES.stringNode(swapped), NODES.stringNode(""));
    }

    private static List<JsonNode> numbers(Keyword keyword, BigDecimal value) {
        BigDecimal bound = keyword.value().decimalValue();
        boolean isExclusive = keyword.schema()
                .flag("exclusive" + keyword.name().substring(0, 1).toUpperCase(Locale.ROOT)
                        + keyword.name().substring(1));
        List<BigDecimal> numbers = new ArrayList<>();
        switch (keyword.name()) {
            case "multipleOf" -> numbers.add(value.add(bound.multiply(HALF)));
            case "maximum" -> numbers.add(bound.add(BigDecimal.ONE));
            case "minimum" -> numbers.add(bound.subtract(BigDecimal.ONE));
            default -> numbers.add(bound);
        }
        if (isExclusive) {
            numbers.add(bound);
        }
        return numbers.stream().map(BreakingValues::number).toList();
    }

    private static JsonNode number(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                ? NODES.numberNode(number.toBigInteger())
                : NODES.numberNode(number);
    }

    private static List<JsonNode> texts(Keyword keyword, String text) {
        int bound = keyword.value().asInt(0);
        int length = text.codePointCount(0, text.length());
        return switch (keyword.name()) {
            // What is broken already, or cannot be, is left.
            case "maxLength" ->
                bound > LONGEST_TEXT || length > bound
                        ? List.of()
                        : List.of(NODES.stringNode(text + "x".repeat(bound + 1 - length)));
            case "minLength" ->
                bound < 1 || length < bound
                        ? List.of()
                        : List.of(NODES.stringNode(text.substring(0, text.offsetByCodePoints(0, bound - 1))));
            default ->
                List.of(
                        NODES.stringNode(NOWHERE),
                        NODES.stringNode(""),
                        NODES.stringNode(text + "~"),
                        NODES.stringNode("~" + text));
        };
    }

    private static List<JsonNode> formats(String format, JsonNode value) {
        if (value.isString()) {
            return List.of(NODES.stringNode(NOWHERE), NODES.stringNode(""), NODES.stringNode("::"));
        }
        if (!value.isNumber()) {
            return List.of();
        }
        BigDecimal beyond = BEYOND_FORMATS.get(format);
        if (beyond != null) {
            return List.of(NODES.numberNode(beyond));
        }
        int bits = Integer.parseInt(format.replaceAll("[^0-9]", ""));
        int shift = format.startsWith("u") ? bits : bits - 1;
        return List.of(NODES.numberNode(BigInteger.ONE.shiftLeft(shift)));
    }

    private static List<JsonNode> lists(Keyword keyword, ArrayNode array) {
        int bound = keyword.value().asInt(0);
        return switch (keyword.name()) {
            case "minItems" -> List.of(cut(array, bound - 1));
            case "contains" -> List.of(NODES.arrayNode());
            case "uniqueItems" -> array.isEmpty() ? List.of() : List.of(filled(array, array.size() + 1));
            default -> array.isEmpty() || bound > LONGEST_LIST ? List.of() : List.of(filled(array, bound + 1));
        };
    }

    private static ArrayNode cut(ArrayNode array, int size) {
        ArrayNode shorter = NODES.arrayNode();
        for (int i = 0; i < Math.min(size, array.size()); i++) {
            shorter.add(array.get(i));
        }
        return shorter;
    }

    private static ArrayNode filled(ArrayNode array, int size) {
        ArrayNode longer = NODES.arrayNode().addAll(array);
        while (longer.size() < size) {
            longer.add(array.get(longer.size() % array.size()));
        }
        return longer;
    }

    private static List<JsonNode> objects(Keyword keyword, ObjectNode object) {
        int bound = keyword.value().asInt(0);
        return switch (keyword.name()) {
            case "required" ->
                object.has(keyword.property()) ? List.of(without(object, keyword.property())) : List.of();
            case "writeOnly" ->
                KINDS.stream()
                        .map(kind -> (JsonNode) with(object, keyword.property(), kind))
                        .toList();
            case "dependentRequired" -> dependents(keyword, object);
            case "propertyNames" ->
                List.of(
                        with(object, NOWHERE, NODES.nullNode()),
                        with(object, "", NODES.nullNode()),
                        with(object, "x".repeat(300), NODES.nullNode()));
            case "maxProperties" -> bound > LONGEST_LIST ? List.of() : List.of(filled(object, bound + 1));
            case "minProperties" -> List.of(cut(object, bound - 1));
            case "discriminator" ->
                List.of(with(object, keyword.value().path("propertyName").asString(""), NODES.stringNode(NOWHERE)));
            default -> List.of(with(object, "plumblineExtra", NODES.stringNode(NOWHERE)));
        };
    }

    private static List<JsonNode> dependents(Keyword keyword, ObjectNode object) {
        List<JsonNode> broken = new ArrayList<>();
        keyword.value().forEachEntry((name, needed) -> {
            if (object.has(name)) {
                needed.forEach(property -> broken.add(without(object, property.asString(""))));
            }
        });
        return broken;
    }

    private static ObjectNode without(ObjectNode object, String name) {
        ObjectNode copy = NODES.objectNode();
        object.forEachEntry((member, value) -> {
            if (!member.equals(name)) {
                copy.set(member, value);
            }
        });
        return copy;
    }

    private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
        ObjectNode copy = without(object, name);
        copy.set(name, value);
        return copy;
    }

    private static ObjectNode filled(ObjectNode object, int size) {
        ObjectNode copy = without(object, "");
        for (int i = 0; copy.size() < size; i++) {
            copy.put("plumblineExtra" + i, i);
        }
        return copy;
    }

    private static ObjectNode cut(ObjectNode object, int size) {
        ObjectNode copy = NODES.objectNode();
        object.forEachEntry((name, value) -> {
            if (copy.size() < size) {
                copy.set(name, value);
            }
        });
        return copy;
    }
}
