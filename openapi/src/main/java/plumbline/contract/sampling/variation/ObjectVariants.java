package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.contract.sampling.PartMaker;
import plumbline.contract.validation.rewriting.Hints;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Varies objects: which properties are there, and how many.
 *
 * @param maker makes members
 */
record ObjectVariants(PartMaker maker) implements VariantMaker {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_PROPERTIES = 500;
    private static final int TRIALS = 6;
    private static final List<String> NEW_NAMES = List.of("plumblineExtra", "plumbline-extra", "x-plumbline", "extra");
    private static final List<String> ODD_NAMES = List.of("~ odd name", "Odd Name", "0", "odd", "ODD", "a", "");
    private static final List<String> NAME_RULES =
            List.of("propertyNames", "pattern", "maxLength", "minLength", "enum", "const", "format", "type", "false");

    @Override
    public void faults(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!(place.value() instanceof ObjectNode object)) {
            return;
        }
        for (JsonNode name : schema.path("required")) {
            without(object, name, "required", out);
        }
        schema.path("dependentRequired").forEachEntry((name, needed) -> {
            if (object.has(name)) {
                needed.forEach(other -> without(object, other, "dependentRequired", out));
            }
        });
        sizes(place, object, schema, out);
        if (isFalse(schema.path("additionalProperties")) || isFalse(schema.path("unevaluatedProperties"))) {
            List<JsonNode> candidates = NEW_NAMES.stream()
                    .filter(name -> !object.has(name))
                    .<JsonNode>map(name -> with(object, name, NODES.stringNode("plumbline")))
                    .toList();
            List<String> rules = List.of("additionalProperties", "unevaluatedProperties", "false");
            out.accept(new Variant(rules, "with a forbidden property", candidates));
        }
        schema.path("properties").forEachEntry((name, property) -> {
            if (isFalse(property) && !object.has(name)) {
                JsonNode candidate = with(object, name, NODES.stringNode("plumbline"));
                out.accept(new Variant(List.of("false", "writeOnly"), "with forbidden " + name, List.of(candidate)));
            }
        });
        if (schema.has("propertyNames")) {
            List<JsonNode> candidates = new ArrayList<>();
            for (String name : ODD_NAMES) {
                candidates.addAll(withMember(place, object, name));
            }
            candidates.addAll(withMember(place, object, "odd".repeat(100)));
            out.accept(new Variant(NAME_RULES, "bad property name", candidates));
        }
    }

    @Override
    public void edges(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!(place.value() instanceof ObjectNode object)) {
            return;
        }
        ObjectNode bare = object.deepCopy();
        bare.retain(required(place));
        if (bare.size() < object.size() && (schema.has("properties") || schema.has("required"))) {
            out.accept(Variant.of("required", "only what is required", bare));
        }
        for (String name : declared(schema)) {
            if (!object.has(name)) {
                out.accept(Variant.of("properties", "with " + name, withMember(place, object, name)));
            }
        }
        JsonNode more = schema.path("additionalProperties");
        if (more.isObject() || more.isBoolean() && more.booleanValue()) {
            List<JsonNode> candidates = new ArrayList<>();
            NEW_NAMES.forEach(name -> candidates.addAll(withMember(place, object, name)));
            List<JsonNode> names = place.all("propertyNames");
            for (int i = 1; i < TRIALS && !names.isEmpty(); i++) {
                candidates.addAll(
                        withMember(place, object, maker.make(names, "key", i).asString("")));
            }
            out.accept(Variant.of("additionalProperties", "with a further property", candidates));
        }
        int least = count(schema, "minProperties");
        if (least >= 0) {
            out.accept(Variant.of("minProperties", "at minProperties " + least, sized(place, object, least)));
        }
        int most = count(schema, "maxProperties");
        if (most >= 0) {
            out.accept(Variant.of("maxProperties", "at maxProperties " + most, sized(place, object, most)));
        }
    }

    private void sizes(PlaceInValue place, ObjectNode object, JsonNode schema, Consumer<Variant> out) {
        int least = count(schema, "minProperties");
        if (least > 0) {
            out.accept(
                    Variant.of("minProperties", "fewer than minProperties " + least, sized(place, object, least - 1)));
        }
        int most = count(schema, "maxProperties");
        if (most >= 0) {
            out.accept(Variant.of("maxProperties", "more than maxProperties " + most, sized(place, object, most + 1)));
        }
    }

    private static void without(ObjectNode object, JsonNode name, String rule, Consumer<Variant> out) {
        String property = name.asString("");
        if (object.has(property)) {
            ObjectNode less = object.deepCopy();
            less.remove(property);
            out.accept(Variant.of(rule, "without " + property, less));
        }
    }

    /** The object with optional properties left out, or further ones added. */
    private List<JsonNode> sized(PlaceInValue place, ObjectNode object, int size) {
        ObjectNode sized = object.deepCopy();
        Set<String> required = required(place);
        List<String> names = new ArrayList<>(object.propertyNames());
        for (int i = names.size() - 1; i >= 0 && sized.size() > size; i--) {
            if (!required.contains(names.get(i))) {
                sized.remove(names.get(i));
            }
        }
        List<JsonNode> candidates = new ArrayList<>(List.of(sized));
        if (sized.size() < size) {
            candidates.clear();
            candidates.add(filled(place, sized, size, "extra"));
            candidates.add(filled(place, sized, size, "x-"));
            candidates.add(filled(place, sized, size, ""));
        }
        return candidates;
    }

    private JsonNode filled(PlaceInValue place, ObjectNode object, int size, String prefix) {
        ObjectNode filled = object.deepCopy();
        place.schemas().stream().flatMap(schema -> declared(schema).stream()).forEach(name -> {
            if (filled.size() < size && !filled.has(name)) {
                withMember(place, filled, name).forEach(with -> filled.setAll((ObjectNode) with));
            }
        });
        List<JsonNode> names = place.all("propertyNames");
        for (int i = 0; filled.size() < size && i < size * 4 + 8; i++) {
            String name = prefix.isEmpty() && !names.isEmpty()
                    ? maker.make(names, "key", i + 1).asString("key" + i)
                    : prefix + "key" + i;
            withMember(place, filled, name).forEach(with -> filled.setAll((ObjectNode) with));
        }
        return filled;
    }

    private List<JsonNode> withMember(PlaceInValue place, ObjectNode object, String name) {
        List<JsonNode> schemas = PlaceFinder.ofMember(place.schemas(), name);
        boolean isForbidden = schemas.stream().anyMatch(schema -> isFalse(schema) || schema.has(Hints.HIDDEN));
        return isForbidden || object.has(name) ? List.of() : List.of(with(object, name, maker.make(schemas, name, 0)));
    }

    private static Set<String> required(PlaceInValue place) {
        Set<String> names = new LinkedHashSet<>();
        place.all("required").forEach(list -> list.forEach(name -> names.add(name.asString(""))));
        int before;
        do {
            before = names.size();
            for (JsonNode dependencies : place.all("dependentRequired")) {
                dependencies.forEachEntry((name, needed) -> {
                    if (names.contains(name)) {
                        needed.forEach(other -> names.add(other.asString("")));
                    }
                });
            }
        } while (names.size() > before);
        return names;
    }

    private static Set<String> declared(JsonNode schema) {
        return new LinkedHashSet<>(schema.path("properties").propertyNames());
    }

    private static ObjectNode with(ObjectNode object, String name, JsonNode member) {
        ObjectNode more = object.deepCopy();
        more.set(name, member);
        return more;
    }

    private static boolean isFalse(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }

    private static int count(JsonNode schema, String keyword) {
        JsonNode bound = schema.path(keyword);
        return bound.isNumber() && bound.decimalValue().longValue() <= MOST_PROPERTIES
                ? bound.decimalValue().intValue()
                : -1;
    }
}
