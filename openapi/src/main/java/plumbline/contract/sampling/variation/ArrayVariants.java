package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.contract.sampling.PartMaker;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Varies arrays: sizes, repetition, and what must be among the items.
 *
 * @param schemas tells which items are those that must be there
 * @param maker makes items
 */
record ArrayVariants(Schemas schemas, PartMaker maker) implements VariantMaker {
    private static final int LONGEST = 1_000;
    private static final int TRIALS = 6;

    @Override
    public void faults(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!(place.value() instanceof ArrayNode array)) {
            return;
        }
        count(schema, "minItems")
                .filter(least -> least > 0)
                .ifPresent(least -> out.accept(
                        Variant.of("minItems", "fewer than minItems " + least, sized(place, array, least - 1))));
        count(schema, "maxItems")
                .ifPresent(most -> out.accept(
                        Variant.of("maxItems", "more than maxItems " + most, sized(place, array, most + 1))));
        if (schema.path("uniqueItems").asBoolean(false)) {
            out.accept(Variant.of("uniqueItems", "duplicate items", duplicates(place, array)));
        }
        if (schema.has("contains")) {
            contained(place, schema, array, out);
        }
        boolean isClosed = isFalse(schema.path("items")) || isFalse(schema.path("unevaluatedItems"));
        if (isClosed) {
            List<String> rules = List.of("items", "unevaluatedItems", "false");
            out.accept(new Variant(rules, "with a forbidden item", sized(place, array, array.size() + 1)));
        }
    }

    @Override
    public void edges(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!(place.value() instanceof ArrayNode array)) {
            return;
        }
        if (place.all("minItems").isEmpty()
                && (schema.has("items") || "array".equals(schema.path("type").asString("")))) {
            out.accept(Variant.of("minItems", "empty", JsonNodeFactory.instance.arrayNode()));
        }
        count(schema, "minItems")
                .ifPresent(least ->
                        out.accept(Variant.of("minItems", "at minItems " + least, sized(place, array, least))));
        count(schema, "maxItems")
                .ifPresent(
                        most -> out.accept(Variant.of("maxItems", "at maxItems " + most, sized(place, array, most))));
    }

    private void contained(PlaceInValue place, JsonNode schema, ArrayNode array, Consumer<Variant> out) {
        JsonNode contains = schema.path("contains");
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> (schemas.isValidPart(contains, item) ? wanted : others).add(item));
        int least = count(schema, "minContains").orElse(1);
        if (least > 0) {
            ArrayNode fewer = others.deepCopy();
            wanted.valueStream().limit(least - 1).forEach(fewer::add);
            List<JsonNode> candidates = new ArrayList<>(List.of(fewer));
            for (JsonNode filler : fillers(place, contains)) {
                ArrayNode filled = fewer.deepCopy();
                while (filled.size() < array.size()) {
                    filled.add(filler);
                }
                candidates.add(filled);
            }
            out.accept(new Variant(
                    List.of("contains", "minContains"),
                    "fewer than " + least + " of what it must contain",
                    candidates));
        }
        count(schema, "maxContains").filter(most -> !wanted.isEmpty()).ifPresent(most -> {
            ArrayNode more = others.deepCopy();
            for (int i = 0; i <= most; i++) {
                more.add(wanted.get(i % wanted.size()));
            }
            ArrayNode only = JsonNodeFactory.instance.arrayNode();
            more.valueStream().skip(others.size()).forEach(only::add);
            out.accept(new Variant(
                    List.of("maxContains", "contains"), "more than maxContains " + most, List.of(more, only)));
        });
    }

    /** Items that are allowed, but not those that must be there. */
    private List<JsonNode> fillers(PlaceInValue place, JsonNode contains) {
        List<JsonNode> fillers = new ArrayList<>(ValueVariants.samples().values());
        for (int i = 0; i < TRIALS; i++) {
            fillers.add(0, maker.make(PlaceFinder.ofItem(place.schemas(), 0), place.name(), i));
        }
        fillers.removeIf(filler -> schemas.isValidPart(contains, filler));
        return fillers;
    }

    private List<JsonNode> duplicates(PlaceInValue place, ArrayNode array) {
        JsonNode item =
                array.isEmpty() ? maker.make(PlaceFinder.ofItem(place.schemas(), 0), place.name(), 0) : array.get(0);
        List<JsonNode> candidates = new ArrayList<>();
        candidates.add(array.deepCopy().add(item));
        if (array.size() > 1) {
            ArrayNode replaced = array.deepCopy();
            replaced.set(1, item);
            candidates.add(replaced);
        }
        candidates.add(JsonNodeFactory.instance.arrayNode().add(item).add(item));
        return candidates;
    }

    /** The array cut, or filled up: with new items where they must differ, else also with the last one again. */
    List<JsonNode> sized(PlaceInValue place, ArrayNode array, int size) {
        ArrayNode fresh = JsonNodeFactory.instance.arrayNode();
        array.valueStream().limit(size).forEach(fresh::add);
        ArrayNode repeated = fresh.deepCopy();
        for (int i = 0; fresh.size() < size && i < size * 4 + 8; i++) {
            JsonNode item = maker.make(PlaceFinder.ofItem(place.schemas(), fresh.size()), place.name(), i + 1);
            if (fresh.valueStream().noneMatch(item::equals)) {
                fresh.add(item);
            }
        }
        while (repeated.size() < size) {
            repeated.add(
                    array.isEmpty()
                            ? maker.make(PlaceFinder.ofItem(place.schemas(), repeated.size()), place.name(), 0)
                            : array.get(array.size() - 1));
        }
        return fresh.size() == size ? List.of(fresh, repeated) : List.of(repeated);
    }

    private static boolean isFalse(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }

    private static Optional<Integer> count(JsonNode schema, String keyword) {
        return schema.optional(keyword)
                .filter(JsonNode::isNumber)
                .map(bound -> bound.decimalValue().longValue())
                .filter(bound -> bound >= 0 && bound < LONGEST)
                .map(Long::intValue);
    }
}
