package plumbline.guard.rules.schemas;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;

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
        return PLAIN.containsAll(keywords) && !types(schema).isEmpty() && areBoundsApart(schema) ? whole(schema) : 0;
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
        boolean isFormatted = schema.get("format").isPresent() && types(schema).contains(JsonType.STRING);
        boolean hasLength =
                schema.get("minLength").isPresent() || schema.get("maxLength").isPresent();
        return !(isFormatted && hasLength)
                && areInOrder(schema, "minLength", "maxLength", MOST_CHARACTERS)
                && areInOrder(schema, "minItems", "maxItems", MOST_ITEMS)
                && areNumbersBetween(schema);
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
        Set<JsonType> seen = EnumSet.noneOf(JsonType.class);
        return choices.stream()
                .map(choice -> types(meant(choice)))
                .allMatch(types -> !types.isEmpty() && types.stream().allMatch(seen::add));
    }

    private static boolean hasEnumOfType(Node schema) {
        Set<JsonType> types = types(schema);
        return schema.items("enum").stream().anyMatch(value -> types.contains(JsonType.of(value.value())));
    }

    /** {@return the types that values may have; none if they are not known} */
    private static Set<JsonType> types(Node schema) {
        Optional<Node> type = schema.get("type");
        if (type.isEmpty()) {
            return EnumSet.allOf(JsonType.class);
        }
        Set<JsonType> types = JsonType.namedIn(type.get().value());
        if (schema.flag("nullable") && !types.isEmpty()) {
            types.add(JsonType.NULL);
        }
        return types;
    }
}
