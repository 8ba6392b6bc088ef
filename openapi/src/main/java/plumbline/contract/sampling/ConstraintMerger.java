package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import plumbline.contract.json.JsonType;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;

/** Gathers what a schema, all that it refers to, and one branch of each of its choices ask of a value. */
final class ConstraintMerger {
    private static final int MOST_REFERENCES = 64;

    private final Schemas schemas;
    private final Choices choices;
    private final Constraints all = new Constraints();
    private int references;

    ConstraintMerger(Schemas schemas, Choices choices) {
        this.schemas = schemas;
        this.choices = choices;
    }

    Constraints merge(List<JsonNode> parts) {
        parts.forEach(this::add);
        return all;
    }

    private void add(JsonNode schema) {
        if (schema.isBoolean() && !schema.booleanValue()) {
            all.types.clear();
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
        choice(schema.path("oneOf"));
        choice(schema.path("anyOf"));
        condition(schema);
    }

    private void choice(JsonNode branches) {
        if (branches.isArray() && !branches.isEmpty()) {
            add(branches.get(choices.branch(branches.size())));
        }
    }

    private void condition(JsonNode schema) {
        if (!schema.has("if")) {
            return;
        }
        boolean taken = choices.branch(2) == 0;
        if (taken) {
            add(schema.path("if"));
        }
        JsonNode consequence = schema.path(taken ? "then" : "else");
        if (!consequence.isMissingNode()) {
            add(consequence);
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
        schema.optional("format").ifPresent(format -> all.format = format.asString(""));
    }

    private void arrays(JsonNode schema) {
        count(schema, "minItems", bound -> all.minItems = Math.max(all.minItems, bound));
        count(schema, "maxItems", bound -> all.maxItems = Math.min(all.maxItems, bound));
        count(schema, "minContains", bound -> all.minContains = bound);
        all.uniqueItems |= schema.path("uniqueItems").asBoolean(false);
        schema.optional("items").ifPresent(all.items::add);
        schema.optional("contains").ifPresent(all.contains::add);
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
