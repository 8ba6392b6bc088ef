package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Varies arrays: sizes, repetition, and what must be among the items.
 *
 * @param schemas tells which items are those that must be there
 * @param maker makes items
 */
record ArrayVariants(Schemas schemas, PartMaker maker) implements Variants {
    private static final int LONGEST = 1_000;
    private static final int TRIALS = 6;

    @Override
    public void faults(Spot spot, JsonNode schema, Consumer<Variant> out) {
        if (!(spot.value() instanceof ArrayNode array)) {
            return;
        }
        count(schema, "minItems")
                .filter(least -> least > 0)
                .ifPresent(least -> out.accept(
                        Variant.of("minItems", "fewer than minItems " + least, sized(spot, array, least - 1))));
        count(schema, "maxItems")
                .ifPresent(most ->
                        out.accept(Variant.of("maxItems", "more than maxItems " + most, sized(spot, array, most + 1))));
        if (schema.path("uniqueItems").asBoolean(false)) {
            out.accept(Variant.of("uniqueItems", "duplicate items", duplicates(spot, array)));
        }
        if (schema.has("contains")) {
            contained(spot, schema, array, out);
        }
        boolean isClosed = isFalse(schema.path("items")) || isFalse(schema.path("unevaluatedItems"));
        if (isClosed) {
            List<String> rules = List.of("items", "unevaluatedItems", "false");
            out.accept(new Variant(rules, "with a forbidden item", sized(spot, array, array.size() + 1)));
        }
    }

    @Override
    public void edges(Spot spot, JsonNode schema, Consumer<Variant> out) {
        if (!(spot.value() instanceof ArrayNode array)) {
            return;
        }
        if (spot.all("minItems").isEmpty()
                && (schema.has("items") || "array".equals(schema.path("type").asString("")))) {
            out.accept(Variant.of("minItems", "empty", JsonNodeFactory.instance.arrayNode()));
        }
        count(schema, "minItems")
                .ifPresent(
                        least -> out.accept(Variant.of("minItems", "at minItems " + least, sized(spot, array, least))));
        count(schema, "maxItems")
                .ifPresent(most -> out.accept(Variant.of("maxItems", "at maxItems " + most, sized(spot, array, most))));
    }

    private void contained(Spot spot, JsonNode schema, ArrayNode array, Consumer<Variant> out) {
        JsonNode contains = schema.path("contains");
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> (schemas.isValidPart(contains, item) ? wanted : others).add(item));
        int least = count(schema, "minContains").orElse(1);
        if (least > 0) {
            ArrayNode fewer = others.deepCopy();
            wanted.valueStream().limit(least - 1).forEach(fewer::add);
            List<JsonNode> candidates = new ArrayList<>(List.of(fewer));
            for (JsonNode filler : fillers(spot, contains)) {
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
    private List<JsonNode> fillers(Spot spot, JsonNode contains) {
        List<JsonNode> fillers = new ArrayList<>(ValueVariants.samples().values());
        for (int i = 0; i < TRIALS; i++) {
            fillers.add(0, maker.make(SpotFinder.ofItem(spot.schemas(), 0), spot.name(), i));
        }
        fillers.removeIf(filler -> schemas.isValidPart(contains, filler));
        return fillers;
    }

    private List<JsonNode> duplicates(Spot spot, ArrayNode array) {
        JsonNode item =
                array.isEmpty() ? maker.make(SpotFinder.ofItem(spot.schemas(), 0), spot.name(), 0) : array.get(0);
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
    List<JsonNode> sized(Spot spot, ArrayNode array, int size) {
        ArrayNode fresh = JsonNodeFactory.instance.arrayNode();
        array.valueStream().limit(size).forEach(fresh::add);
        ArrayNode repeated = fresh.deepCopy();
        for (int i = 0; fresh.size() < size && i < size * 4 + 8; i++) {
            JsonNode item = maker.make(SpotFinder.ofItem(spot.schemas(), fresh.size()), spot.name(), i + 1);
            if (fresh.valueStream().noneMatch(item::equals)) {
                fresh.add(item);
            }
        }
        while (repeated.size() < size) {
            repeated.add(
                    array.isEmpty()
                            ? maker.make(SpotFinder.ofItem(spot.schemas(), repeated.size()), spot.name(), 0)
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
