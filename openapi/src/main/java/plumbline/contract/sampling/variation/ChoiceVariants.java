package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import plumbline.contract.sampling.PartMaker;
import plumbline.contract.validation.rewriting.Hints;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Takes each branch of a choice, and each kind that a discriminator names.
 *
 * @param maker makes values of branches
 */
record ChoiceVariants(PartMaker maker) implements VariantMaker {
    private static final int MOST_BRANCHES = 50;
    private static final int TRIALS = 4;

    /** What breaks a branch is found in the branch that the valid value takes. */
    @Override
    public void faults(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {}

    @Override
    public void edges(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        JsonNode hint = schema.path(Hints.DISCRIMINATOR);
        for (JsonNode kind : hint.path("values")) {
            ObjectNode reference = JsonNodeFactory.instance.objectNode();
            reference.set("$ref", kind.path("$ref"));
            String value = kind.path("rule").path("const").asString("");
            String change = "with " + hint.path("property").asString("") + " " + value;
            List<JsonNode> parts = new ArrayList<>(List.of(reference, discriminating(hint, kind.path("rule"))));
            if (hint.path("derived").asBoolean(false)) {
                parts.add(open(schema));
            }
            out.accept(Variant.of("discriminator", change, made(place, parts)));
        }
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            JsonNode branches = schema.path(keyword);
            for (int i = 0; i < Math.min(branches.size(), MOST_BRANCHES); i++) {
                String change = "as " + name(branches.get(i), keyword, i);
                out.accept(Variant.of(keyword, change, values(place, schema, branches.get(i))));
            }
        }
    }

    private List<JsonNode> values(PlaceInValue place, JsonNode schema, JsonNode branch) {
        List<JsonNode> parts = new ArrayList<>(List.of(open(schema), branch));
        JsonNode hint = schema.path(Hints.DISCRIMINATOR);
        for (JsonNode kind : hint.path("values")) {
            if (kind.path("$ref").equals(branch.path("$ref"))) {
                // Mappings come last, and say more than names.
                parts.subList(2, parts.size()).clear();
                parts.add(discriminating(hint, kind.path("rule")));
            }
        }
        return made(place, parts);
    }

    private List<JsonNode> made(PlaceInValue place, List<JsonNode> parts) {
        List<JsonNode> made = new ArrayList<>();
        for (int i = 0; i < TRIALS; i++) {
            made.add(maker.make(parts, place.name(), i));
        }
        return made;
    }

    /** The schema without the choice, so that none is made for it. */
    private static JsonNode open(JsonNode schema) {
        ObjectNode open = (ObjectNode) schema.deepCopy();
        open.remove(List.of("oneOf", "anyOf", "examples", Hints.DEFAULT, Hints.DISCRIMINATOR));
        return open;
    }

    private static JsonNode discriminating(JsonNode hint, JsonNode rule) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        String property = hint.path("property").asString("");
        schema.putArray("required").add(property);
        schema.putObject("properties").set(property, rule);
        return schema;
    }

    private static String name(JsonNode branch, String keyword, int index) {
        String type = branch.path("type").asString("");
        return keyword + " " + (index + 1) + (type.isEmpty() ? "" : " " + type);
    }
}
