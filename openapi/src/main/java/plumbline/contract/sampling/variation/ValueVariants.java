package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.contract.json.JsonType;
import plumbline.contract.sampling.PartMaker;
import plumbline.contract.validation.rewriting.Hints;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Varies types and listed values.
 *
 * @param maker makes values of other types
 */
record ValueVariants(PartMaker maker) implements VariantMaker {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String OTHER = "plumbline-undocumented";
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_NAME = 60;

    @Override
    public void faults(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (schema.has("type")) {
            Set<JsonType> allowed = types(schema);
            samples().forEach((type, sample) -> {
                boolean covered = type == JsonType.INTEGER && allowed.contains(JsonType.NUMBER);
                if (!allowed.contains(type) && !covered) {
                    out.accept(Variant.of("type", "wrong type " + type, sample));
                }
            });
        }
        if (schema.has("enum")) {
            unlisted(List.of("enum", "discriminator"), "not in enum", limited(schema.path("enum")), out);
        }
        if (schema.has("const")) {
            unlisted(List.of("const", "discriminator"), "other than const", List.of(schema.path("const")), out);
        }
        if (schema.has("not")) {
            JsonNode not = schema.path("not");
            List<JsonNode> candidates = new ArrayList<>(not.path("enum").values());
            not.optional("const").ifPresent(candidates::add);
            candidates.add(maker.make(List.of(not), place.name(), 0));
            List<JsonNode> both = new ArrayList<>(place.schemas());
            both.remove(schema);
            both.add(not);
            candidates.add(maker.make(both, place.name(), 1));
            out.accept(new Variant(List.of("not", "false"), "ruled out by not", candidates));
        }
    }

    @Override
    public void edges(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        List<JsonNode> listed = new ArrayList<>(limited(schema.path("enum")));
        listed.removeAll(schema.path(Hints.RENAMED).values());
        for (JsonNode value : listed) {
            out.accept(Variant.of("enum", "value " + text(value), value));
        }
        if (schema.path("type").isArray()) {
            for (JsonNode name : schema.path("type")) {
                out.accept(Variant.of("type", "as " + name.asString(""), ofType(place, schema, name)));
            }
        }
        if (schema.path("if").path("type").asString("").equals("null")) {
            out.accept(Variant.of("type", "as null", NODES.nullNode()));
        }
        if (schema.path("type").asString("").equals("boolean")) {
            out.accept(Variant.of("type", "value true", NODES.booleanNode(true)));
            out.accept(Variant.of("type", "value false", NODES.booleanNode(false)));
        }
    }

    private List<JsonNode> ofType(PlaceInValue place, JsonNode schema, JsonNode name) {
        if (name.asString("").equals("null")) {
            return List.of(NODES.nullNode());
        }
        ObjectNode only = ((ObjectNode) schema.deepCopy()).without("examples");
        only.set("type", name);
        List<JsonNode> parts = new ArrayList<>(place.schemas());
        parts.removeIf(part -> part.has("examples"));
        parts.add(only);
        List<JsonNode> values = new ArrayList<>(List.of(
                place.value(),
                maker.make(List.of(only), place.name(), 0),
                maker.make(parts, place.name(), 0),
                maker.make(parts, place.name(), 1)));
        values.removeIf(value -> !types(only).contains(JsonType.of(value)));
        return values;
    }

    static Set<JsonType> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<JsonType> named = EnumSet.noneOf(JsonType.class);
        if (type.isString()) {
            named.addAll(JsonType.named(type.stringValue()));
        }
        type.forEach(name -> named.addAll(JsonType.named(name.asString(""))));
        return named;
    }

    /** {@return a value of each type, first of all the one that texts are sent for} */
    static Map<JsonType, JsonNode> samples() {
        Map<JsonType, JsonNode> samples = new LinkedHashMap<>();
        samples.put(JsonType.STRING, NODES.stringNode("plumbline"));
        samples.put(JsonType.NULL, NODES.nullNode());
        samples.put(JsonType.BOOLEAN, NODES.booleanNode(true));
        samples.put(JsonType.INTEGER, NODES.numberNode(7));
        samples.put(JsonType.NUMBER, NODES.numberNode(new java.math.BigDecimal("1.5")));
        samples.put(JsonType.ARRAY, NODES.arrayNode());
        samples.put(JsonType.OBJECT, NODES.objectNode());
        return samples;
    }

    private static void unlisted(List<String> rules, String change, List<JsonNode> listed, Consumer<Variant> out) {
        out.accept(new Variant(rules, change, others(listed)));
        NearMisses.of(rules, change, listed).forEach(out);
    }

    /** Values that are not listed, first of all of the kind that is. */
    private static List<JsonNode> others(List<JsonNode> listed) {
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode value : listed) {
            if (value.isString()) {
                others.add(NODES.stringNode(OTHER));
                others.add(NODES.stringNode(value.stringValue() + "-other"));
            } else if (value.isNumber()) {
                others.add(NumberVariants.node(value.decimalValue().add(java.math.BigDecimal.TEN)));
                others.add(NumberVariants.node(value.decimalValue().add(new java.math.BigDecimal(1009))));
            } else if (value.isBoolean()) {
                others.add(NODES.booleanNode(!value.booleanValue()));
            } else if (value.isObject()) {
                others.add(((ObjectNode) value.deepCopy()).put(OTHER, true));
            }
        }
        others.addAll(samples().values());
        others.add(NODES.stringNode(OTHER));
        return others;
    }

    private static List<JsonNode> limited(JsonNode values) {
        return values.valueStream().limit(MOST_VALUES).toList();
    }

    private static String text(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "...";
    }
}
