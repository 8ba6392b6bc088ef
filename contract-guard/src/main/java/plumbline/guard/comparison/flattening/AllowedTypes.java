package plumbline.guard.comparison.flattening;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;

/**
 * The types that a schema takes, other than null.
 *
 * @param values the types
 * @param isDeclared whether they are said, rather than implied by other keywords or not restricted at all
 */
public record AllowedTypes(Set<JsonType> values, boolean isDeclared) {
    private static final Map<JsonType, List<String>> KEYWORDS = Map.of(
            JsonType.OBJECT,
            List.of(
                    "properties",
                    "required",
                    "additionalProperties",
                    "patternProperties",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "unevaluatedProperties"),
            JsonType.ARRAY,
            List.of("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"),
            JsonType.STRING,
            List.of("minLength", "maxLength", "pattern", "contentEncoding"),
            JsonType.NUMBER,
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"));

    /** The keywords that say more than which branches and types there are. */
    static final Set<String> OTHER_KEYWORDS = otherKeywords();

    private static Set<String> otherKeywords() {
        Set<String> keywords = new HashSet<>(Set.of("enum", "const", "format", "not", "if", "dependentSchemas"));
        KEYWORDS.values().forEach(keywords::addAll);
        return Set.copyOf(keywords);
    }

    static Set<JsonType> everything() {
        return EnumSet.complementOf(EnumSet.of(JsonType.NULL));
    }

    static AllowedTypes of(FlatSchema shape) {
        if (shape.isImpossible()) {
            return new AllowedTypes(EnumSet.noneOf(JsonType.class), true);
        }
        List<Node> declared = shape.all("type");
        if (!declared.isEmpty()) {
            Set<JsonType> types = everything();
            declared.forEach(type -> types.retainAll(named(type)));
            return new AllowedTypes(types, true);
        }
        Optional<AllowedValues> values = shape.values();
        return values.isPresent()
                ? new AllowedTypes(values.get().types(), false)
                : new AllowedTypes(implied(shape), false);
    }

    private static Set<JsonType> named(Node type) {
        if (type.value().isString()) {
            return JsonType.named(type.value().stringValue());
        }
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        type.items().forEach(item -> types.addAll(JsonType.named(item.value().asString(""))));
        return types;
    }

    /** Authors who describe properties mean an object, though by the letter any text would do, too. */
    private static Set<JsonType> implied(FlatSchema shape) {
        if (!shape.choices().isEmpty()) {
            return everything();
        }
        Set<JsonType> implied = EnumSet.noneOf(JsonType.class);
        KEYWORDS.forEach((type, keywords) -> {
            if (keywords.stream().anyMatch(keyword -> shape.first(keyword).isPresent())) {
                implied.add(type);
            }
        });
        if (implied.contains(JsonType.NUMBER)) {
            implied.add(JsonType.INTEGER);
        }
        return implied.isEmpty() ? everything() : implied;
    }

    public boolean isEverything() {
        return values.equals(everything());
    }

    @Override
    public String toString() {
        if (values.isEmpty()) {
            return "nothing";
        }
        return isEverything()
                ? "any type"
                : values.stream()
                        .filter(type -> type != JsonType.INTEGER || !values.contains(JsonType.NUMBER))
                        .map(JsonType::toString)
                        .collect(Collectors.joining(" or "));
    }
}
