package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import plumbline.contract.json.JsonType;
import plumbline.contract.sampling.source.Choices;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.rewriting.Hints;
import plumbline.json.jackson.databind.JsonNode;

/** Gathers what a schema, all that it refers to, and one branch of each of its choices ask of a value. */
final class ConstraintMerger {
    private static final int MOST_REFERENCES = 200;
    private static final int DEEP = 4;
    private static final int STEPS_OF_A_SCHEMA = 10;

    private final Schemas schemas;
    private final SchemaHeights heights;
    private final Choices choices;
    private final int depth;
    private final Constraints all = new Constraints();
    private int references;

    ConstraintMerger(Schemas schemas, SchemaHeights heights, Choices choices, int depth) {
        this.schemas = schemas;
        this.heights = heights;
        this.choices = choices;
        this.depth = depth;
    }

    Constraints merge(List<JsonNode> parts) {
        parts.forEach(this::add);
        return all;
    }

    private void add(JsonNode schema) {
        choices.effort().spend(STEPS_OF_A_SCHEMA + schema.path("required").size());
        if (schema.isBoolean() && !schema.booleanValue()) {
            all.types.clear();
            return;
        }
        if (schema.has(Hints.DISCRIMINATOR_RULE)) {
            all.mustBeChecked = true;
            return;
        }
        if (schema.has("$ref") && ++references < MOST_REFERENCES) {
            add(schemas.referenced(schema.path("$ref").stringValue()));
        }
        values(schema);
        numbers(schema);
        texts(schema);
        arrays(schema);
        objects(schema);
        schema.path("allOf").forEach(this::add);
        choice(schema, "oneOf");
        choice(schema, "anyOf");
        derive(schema.path(Hints.DISCRIMINATOR));
        condition(schema);
        negation(schema.path("not"));
    }

    private void choice(JsonNode schema, String keyword) {
        JsonNode branches = schema.path(keyword);
        if (!branches.isArray() || branches.isEmpty()) {
            return;
        }
        all.mustBeChecked = true;
        JsonNode branch = branches.get(depth > DEEP ? lowest(branches) : choices.branch(branches.size()));
        add(branch);
        discriminate(schema.path(Hints.DISCRIMINATOR), branch);
    }

    /** Makes a value of a base one of a schema that is derived from it. */
    private void derive(JsonNode hint) {
        JsonNode values = hint.path("values");
        if (!hint.path("derived").asBoolean(false) || values.isEmpty()) {
            return;
        }
        all.mustBeChecked = true;
        JsonNode branch = values.get(depth > DEEP ? lowest(values) : choices.branch(values.size()));
        add(schemas.referenced(branch.path("$ref").stringValue()));
        discriminate(hint, branch);
    }

    private int lowest(JsonNode branches) {
        int lowest = 0;
        for (int i = 1; i < branches.size(); i++) {
            if (heights.of(branches.get(i)) < heights.of(branches.get(lowest))) {
                lowest = i;
            }
        }
        return lowest;
    }

    /** Makes the discriminating property name the chosen branch. */
    private void discriminate(JsonNode hint, JsonNode branch) {
        JsonNode rule = null;
        for (JsonNode value : hint.path("values")) {
            if (value.path("$ref").equals(branch.path("$ref"))) {
                // Mappings come last, and say more than names.
                rule = value.path("rule");
            }
        }
        if (rule != null) {
            String property = hint.path("property").asString("");
            Constraints.add(all.properties, property, rule);
            all.required.add(property);
        }
    }

    private void condition(JsonNode schema) {
        if (!schema.has("if")) {
            return;
        }
        all.mustBeChecked = true;
        boolean taken = choices.branch(2) == 0;
        if (taken) {
            add(schema.path("if"));
        }
        JsonNode consequence = schema.path(taken ? "then" : "else");
        if (!consequence.isMissingNode()) {
            add(consequence);
        }
    }

    /** Excludes what a simple negation names; any other is left to trial. */
    private void negation(JsonNode not) {
        if (not.isMissingNode()) {
            return;
        }
        all.mustBeChecked = true;
        if (not.size() == 1 && not.path("type").isString()) {
            all.types.removeAll(JsonType.named(not.path("type").stringValue()));
        } else if (not.size() == 1 && not.path("required").size() == 1) {
            all.forbidden.add(not.path("required").get(0).asString(""));
        }
    }

    private void values(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isString()) {
            all.types.retainAll(JsonType.named(type.stringValue()));
        } else if (type.isArray()) {
            Set<JsonType> named = EnumSet.noneOf(JsonType.class);
            type.forEach(name -> named.addAll(JsonType.named(name.asString(""))));
            all.types.retainAll(named);
        }
        if (schema.path("enum").isArray()) {
            all.oneOfValues(new ArrayList<>(schema.path("enum").values()));
        }
        if (schema.has("const")) {
            all.oneOfValues(List.of(schema.path("const")));
        }
        schema.path("examples").forEach(all.examples::add);
        schema.path(Hints.DEFAULT).forEach(all.defaults::add);
    }

    private void numbers(JsonNode schema) {
        number(schema, "minimum", bound -> all.atLeast(bound.decimalValue(), false));
        number(schema, "exclusiveMinimum", bound -> all.atLeast(bound.decimalValue(), true));
        number(schema, "maximum", bound -> all.atMost(bound.decimalValue(), false));
        number(schema, "exclusiveMaximum", bound -> all.atMost(bound.decimalValue(), true));
        number(schema, "multipleOf", step -> all.multiples.add(step.decimalValue()));
    }

    private static void number(JsonNode schema, String keyword, Consumer<JsonNode> consumer) {
        if (schema.path(keyword).isNumber()) {
            consumer.accept(schema.path(keyword));
        }
    }

    private static void count(JsonNode schema, String keyword, LongConsumer consumer) {
        number(schema, keyword, bound -> consumer.accept(bound.decimalValue().longValue()));
    }

    private void texts(JsonNode schema) {
        count(schema, "minLength", bound -> all.minLength = Math.max(all.minLength, bound));
        count(schema, "maxLength", bound -> all.maxLength = Math.min(all.maxLength, bound));
        schema.optional("pattern").ifPresent(pattern -> all.patterns.add(pattern.asString("")));
        schema.optional("format").ifPresent(format -> all.formats.add(format.asString("")));
    }

    private void arrays(JsonNode schema) {
        count(schema, "minItems", bound -> all.minItems = Math.max(all.minItems, bound));
        count(schema, "maxItems", bound -> all.maxItems = Math.min(all.maxItems, bound));
        count(schema, "minContains", bound -> all.minContains = bound);
        all.uniqueItems |= schema.path("uniqueItems").asBoolean(false);
        schema.optional("items").ifPresent(all.items::add);
        schema.optional("unevaluatedItems").ifPresent(all.items::add);
        if (schema.has("contains")) {
            all.contains.add(schema.path("contains"));
            all.mustBeChecked = true;
        }
        if (schema.path("prefixItems").isArray()) {
            all.prefixItems.add(new ArrayList<>(schema.path("prefixItems").values()));
        }
    }

    private void objects(JsonNode schema) {
        count(schema, "minProperties", bound -> all.minProperties = Math.max(all.minProperties, bound));
        count(schema, "maxProperties", bound -> all.maxProperties = Math.min(all.maxProperties, bound));
        schema.path("required").forEach(name -> all.required.add(name.asString("")));
        schema.path("properties").forEachEntry((name, value) -> Constraints.add(all.properties, name, value));
        schema.path("patternProperties")
                .forEachEntry((name, value) -> Constraints.add(all.patternProperties, name, value));
        schema.path("dependentSchemas")
                .forEachEntry((name, value) -> Constraints.add(all.dependentSchemas, name, value));
        schema.path("dependentRequired").forEachEntry((name, names) -> {
            Set<String> needed = all.dependentRequired.computeIfAbsent(name, n -> new LinkedHashSet<>());
            names.forEach(needing -> needed.add(needing.asString("")));
        });
        schema.optional("additionalProperties").ifPresent(all.additionalProperties::add);
        schema.optional("unevaluatedProperties").ifPresent(all.additionalProperties::add);
        schema.optional("propertyNames").ifPresent(all.propertyNames::add);
    }
}
