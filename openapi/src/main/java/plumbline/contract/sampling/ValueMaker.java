package plumbline.contract.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.json.JsonType;
import plumbline.contract.sampling.source.Choices;
import plumbline.contract.sampling.source.ValueName;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes one value after a rewritten schema, as well as one run of choices allows. */
final class ValueMaker {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST_NESTING = 40;
    private static final int MOST_TRIALS = 24;
    private static final int SHALLOW = 6;
    private static final List<JsonType> PREFERRED = List.of(
            JsonType.OBJECT,
            JsonType.ARRAY,
            JsonType.STRING,
            JsonType.INTEGER,
            JsonType.NUMBER,
            JsonType.BOOLEAN,
            JsonType.NULL);

    private final Schemas schemas;
    private final SchemaHeights heights;
    private final Choices choices;
    private final Deque<String> owners = new ArrayDeque<>();
    private int depth;

    ValueMaker(Schemas schemas, SchemaHeights heights, Choices choices) {
        this.schemas = schemas;
        this.heights = heights;
        this.choices = choices;
    }

    /** {@return a value after a schema that is known by this name; empty for none} */
    JsonNode value(JsonNode schema, String name) {
        return value(List.of(schema), name);
    }

    /** {@return a value that obeys all these schemas; the name is that of the property it is for} */
    JsonNode value(List<JsonNode> parts, String name) {
        choices.countValue();
        depth++;
        try {
            return depth > DEEPEST_NESTING || choices.isExhausted() ? NODES.nullNode() : tried(parts, name);
        } finally {
            depth--;
        }
    }

    /** Tries until the value obeys those keywords that cannot be obeyed by construction. */
    private JsonNode tried(List<JsonNode> parts, String name) {
        int before = choices.advance(0);
        try {
            JsonNode first = NODES.nullNode();
            JsonNode value = first;
            for (int trial = 0; trial < (depth > SHALLOW ? 4 : MOST_TRIALS); trial++) {
                Constraints constraints = merged(parts);
                value = once(parts, constraints, name);
                if (!constraints.mustBeChecked || !choices.mayTryAgain() || isValid(parts, value)) {
                    return value;
                }
                first = trial == 0 ? value : first;
                choices.advance(1);
            }
            // The first one shows most of what is meant.
            return value instanceof ObjectNode object ? repaired(object, parts).orElse(first) : value;
        } finally {
            choices.restore(before);
        }
    }

    private Optional<JsonNode> repaired(ObjectNode value, List<JsonNode> parts) {
        ObjectRepair repair = new ObjectRepair(schemas, candidate -> {
            choices.countValue();
            return choices.mayTryAgain() && isValid(parts, candidate);
        });
        return repair.mend(value, parts);
    }

    private JsonNode once(List<JsonNode> parts, Constraints constraints, String name) {
        if (constraints.values != null && !constraints.values.isEmpty()) {
            return anyValid(constraints.values, parts);
        }
        if (choices.preferExamples()) {
            Optional<JsonNode> known = known(constraints, parts);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return ofType(type(constraints), parts, constraints, name);
    }

    /** One of the examples or else the default, as long as it shows more than that there may be nothing. */
    private Optional<JsonNode> known(Constraints constraints, List<JsonNode> parts) {
        List<JsonNode> examples = constraints.examples;
        List<JsonNode> values =
                examples.stream().filter(value -> !value.isNull()).toList();
        Optional<JsonNode> example = Optional.of(values.isEmpty() ? examples : values)
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(choices.index(all.size())))
                .filter(value -> isValid(parts, value));
        return example.or(() -> constraints.defaults.stream()
                .filter(value -> !value.isNull() && isValid(parts, value))
                .findFirst());
    }

    private JsonNode anyValid(List<JsonNode> values, List<JsonNode> parts) {
        int start = choices.index(values.size());
        for (int i = 0; i < values.size(); i++) {
            JsonNode candidate = values.get((start + i) % values.size());
            if (values.size() == 1 || isValid(parts, candidate)) {
                return candidate;
            }
        }
        return values.get(start);
    }

    boolean isValid(List<JsonNode> parts, JsonNode value) {
        return parts.stream().allMatch(part -> schemas.isValidPart(part, value, choices.effort()));
    }

    Constraints merged(List<JsonNode> parts) {
        return new ConstraintMerger(schemas, heights, choices, depth).merge(parts);
    }

    private JsonNode ofType(JsonType type, List<JsonNode> parts, Constraints constraints, String name) {
        return switch (type) {
            case OBJECT -> object(withDependencies(parts, constraints), name);
            case ARRAY -> new ArrayMaker(this, choices, depth).make(constraints, name);
            case STRING -> NODES.stringNode(new TextMaker(choices).make(constraints, names(name)));
            case INTEGER -> new NumberMaker(choices).integer(constraints, name);
            case NUMBER ->
                FormatRanges.isWhole(constraints)
                        ? new NumberMaker(choices).integer(constraints, name)
                        : new NumberMaker(choices).number(constraints, name);
            case BOOLEAN -> NODES.booleanNode(choices.index(2) == 0);
            case NULL -> NODES.nullNode();
        };
    }

    private JsonNode object(Constraints constraints, String name) {
        owners.push(name);
        try {
            return new ObjectMaker(this, choices, depth).make(constraints);
        } finally {
            owners.pop();
        }
    }

    private ValueName names(String name) {
        return new ValueName(name, owners.isEmpty() ? "" : owners.peek());
    }

    /** Adds the schemas that apply when certain properties are there, supposing that they will be. */
    private Constraints withDependencies(List<JsonNode> parts, Constraints constraints) {
        if (constraints.dependentSchemas.isEmpty()) {
            return constraints;
        }
        List<JsonNode> all = new ArrayList<>(parts);
        constraints.dependentSchemas.forEach((name, dependents) -> {
            boolean there = constraints.required.contains(name)
                    || constraints.properties.containsKey(name)
                            && choices.includeOptional(depth, constraints.properties.get(name));
            if (there) {
                all.addAll(dependents);
            } else {
                constraints.forbidden.add(name);
            }
        });
        Constraints merged = merged(all);
        merged.forbidden.addAll(constraints.forbidden);
        constraints.mustBeChecked = true;
        return merged;
    }

    private JsonType type(Constraints constraints) {
        if (constraints.types.size() == JsonType.values().length) {
            return implied(constraints);
        }
        Set<JsonType> types = constraints.types;
        List<JsonType> possible = PREFERRED.stream()
                .filter(types::contains)
                // An integer is a number; where both are allowed, a number shows more.
                .filter(type -> type != JsonType.INTEGER || !types.contains(JsonType.NUMBER))
                .toList();
        if (possible.isEmpty()) {
            return JsonType.NULL;
        }
        return depth > SHALLOW && types.contains(JsonType.NULL)
                ? JsonType.NULL
                : possible.get(choices.branch(possible.size()));
    }

    /** The type that a schema without one speaks of. */
    private JsonType implied(Constraints constraints) {
        if (!constraints.properties.isEmpty()
                || !constraints.required.isEmpty()
                || !constraints.additionalProperties.isEmpty()
                || !constraints.patternProperties.isEmpty()
                || !constraints.propertyNames.isEmpty()
                || constraints.minProperties > 0) {
            return JsonType.OBJECT;
        }
        if (!constraints.items.isEmpty()
                || !constraints.contains.isEmpty()
                || !constraints.prefixItems.isEmpty()
                || constraints.uniqueItems
                || constraints.minItems > 0) {
            return JsonType.ARRAY;
        }
        boolean numeric =
                constraints.minimum != null || constraints.maximum != null || !constraints.multiples.isEmpty();
        if (numeric) {
            return JsonType.NUMBER;
        }
        return constraints.mustBeChecked
                ? PREFERRED.get((choices.branch(PREFERRED.size()) + 2) % PREFERRED.size())
                : JsonType.STRING;
    }
}
