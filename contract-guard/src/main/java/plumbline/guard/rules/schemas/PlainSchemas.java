package plumbline.guard.rules.schemas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Tells of schemas that say nothing out of the ordinary that some value fits them, without making one: most schemas of most
 * contracts. Of all others it knows nothing.
 */
final class PlainSchemas {
    /** Values with more parts than this are to be made, to see whether they can be. */
    private static final long MOST_PARTS = 10_000;

    private static final long MOST_ITEMS = 100;
    private static final long MOST_CHARACTERS = 10_000;

    private static final Set<String> ANNOTATIONS = Set.of(
            "$comment",
            "default",
            "deprecated",
            "description",
            "example",
            "examples",
            "externalDocs",
            "nullable",
            "readOnly",
            "title",
            "writeOnly",
            "xml");

    private static final Set<String> TYPES =
            Set.of("array", "boolean", "integer", "null", "number", "object", "string");

    /** Keywords that do not come into each other's way. */
    private static final Set<String> PLAIN = Set.of(
            "additionalProperties",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minimum",
            "properties",
            "required",
            "type");

    /** How many parts the smallest value of each schema has; none if nothing is known of it, or not yet. */
    private final Map<String, Long> parts = new HashMap<>();

    /** {@return whether a value surely fits a schema} */
    boolean isFulfilled(Node schema) {
        return isKnown(parts(schema));
    }

    private static boolean isKnown(long parts) {
        return parts > 0 && parts <= MOST_PARTS;
    }

    private long parts(Node schema) {
        Node meant = meant(schema);
        String identity = meant.identity();
        Long known = parts.get(identity);
        if (known == null) {
            // What contains itself is not looked into again.
            parts.put(identity, 0L);
            known = counted(meant);
            parts.put(identity, known);
        }
        return known;
    }

    private long counted(Node schema) {
        if (schema.value().isBoolean()) {
            return schema.value().asBoolean() ? 1 : 0;
        }
        Set<String> keywords = keywords(schema);
        if (keywords.size() == 1 && Set.of("allOf", "anyOf", "oneOf").containsAll(keywords)) {
            return ofChoices(schema.items(keywords.iterator().next()), keywords);
        }
        if (keywords.remove("enum")) {
            keywords.remove("type");
            return keywords.isEmpty() && hasEnumOfType(schema) ? 1 : 0;
        }
        return PLAIN.containsAll(keywords) && areTypes(types(schema)) && areBoundsApart(schema) ? whole(schema) : 0;
    }

    /** {@return what a schema refers to, if it says no more than that} */
    private static Node meant(Node schema) {
        return schema.isReferenceAlone() || Set.of("$ref").equals(keywords(schema)) ? schema.resolved() : schema;
    }

    private static Set<String> keywords(Node schema) {
        Set<String> keywords = new HashSet<>(schema.members().keySet());
        keywords.removeIf(name -> ANNOTATIONS.contains(name) || name.startsWith("x-"));
        return keywords;
    }

    private long ofChoices(List<Node> choices, Set<String> keywords) {
        boolean isFree =
                keywords.contains("anyOf") || choices.size() == 1 || keywords.contains("oneOf") && areApart(choices);
        return isFree
                ? choices.stream()
                        .mapToLong(this::parts)
                        .filter(PlainSchemas::isKnown)
                        .min()
                        .orElse(0)
                : 0;
    }

    private long whole(Node schema) {
        long sum = 1;
        for (Node name : schema.items("required")) {
            Optional<Node> part = Optional.ofNullable(
                            schema.members("properties").get(name.value().asString("")))
                    .or(() -> schema.get("additionalProperties"));
            long parts = part.map(this::parts).orElse(1L);
            if (!isKnown(parts)) {
                return 0;
            }
            sum += parts;
        }
        long items =
                schema.get("minItems").map(least -> least.value().asLong(0)).orElse(0L);
        long each = items == 0 ? 1 : schema.get("items").map(this::parts).orElse(1L);
        return isKnown(each) && isKnown(sum + items * each) ? sum + items * each : 0;
    }

    private static boolean areBoundsApart(Node schema) {
        boolean isFormatted = schema.get("format").isPresent() && isText(schema);
        boolean hasLength =
                schema.get("minLength").isPresent() || schema.get("maxLength").isPresent();
        return !(isFormatted && hasLength)
                && areInOrder(schema, "minLength", "maxLength", MOST_CHARACTERS)
                && areInOrder(schema, "minItems", "maxItems", MOST_ITEMS)
                && areNumbersBetween(schema);
    }

    private static boolean isText(Node schema) {
        return types(schema).isEmpty() || types(schema).contains("string");
    }

    private static boolean areInOrder(Node schema, String lower, String upper, long most) {
        double low = schema.get(lower).map(node -> node.value().asDouble(-1)).orElse(0.0);
        double high = schema.get(upper).map(node -> node.value().asDouble(-1)).orElse(Double.MAX_VALUE);
        return low >= 0 && low <= most && low <= high;
    }

    private static boolean areNumbersBetween(Node schema) {
        double low = schema.get("minimum")
                .map(node -> node.value().asDouble(Double.NaN))
                .orElse(0.0);
        double high = schema.get("maximum")
                .map(node -> node.value().asDouble(Double.NaN))
                .orElse(0.0);
        boolean areBoth =
                schema.get("minimum").isPresent() && schema.get("maximum").isPresent();
        return Double.isFinite(low) && Double.isFinite(high) && (!areBoth || Math.ceil(low) <= Math.floor(high));
    }

    /** Of a value of each of these it is plain which one it is of. */
    private static boolean areApart(List<Node> choices) {
        Set<String> seen = new HashSet<>();
        for (Node choice : choices) {
            Set<String> types = types(meant(choice));
            if (types.isEmpty() || !areTypes(types) || !types.stream().allMatch(type -> seen.add(numeric(type)))) {
                return false;
            }
        }
        return true;
    }

    private static String numeric(String type) {
        return "integer".equals(type) ? "number" : type;
    }

    private static boolean hasEnumOfType(Node schema) {
        Set<String> types = types(schema);
        return areTypes(types)
                && schema.items("enum").stream()
                        .map(Node::value)
                        .anyMatch(value -> types.isEmpty() || types.contains(type(value)));
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }

    private static boolean areTypes(Set<String> types) {
        return TYPES.containsAll(types);
    }

    private static Set<String> types(Node schema) {
        Set<String> types = new HashSet<>();
        schema.get("type").ifPresent(type -> {
            if (type.value().isArray()) {
                type.items().forEach(one -> types.add(one.value().asString("?")));
            } else {
                types.add(type.value().asString("?"));
            }
        });
        if (schema.flag("nullable") && !types.isEmpty()) {
            types.add("null");
        }
        return types;
    }
}
