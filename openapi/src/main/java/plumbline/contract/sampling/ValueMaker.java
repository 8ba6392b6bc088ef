package plumbline.contract.sampling;

import java.util.List;
import java.util.Set;
import plumbline.contract.json.JsonType;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes one value after a rewritten schema, as well as one run of choices allows. */
final class ValueMaker {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST_NESTING = 24;
    private static final List<JsonType> PREFERRED = List.of(
            JsonType.OBJECT,
            JsonType.ARRAY,
            JsonType.STRING,
            JsonType.INTEGER,
            JsonType.NUMBER,
            JsonType.BOOLEAN,
            JsonType.NULL);

    private final Schemas schemas;
    private final Choices choices;
    private int depth;

    ValueMaker(Schemas schemas, Choices choices) {
        this.schemas = schemas;
        this.choices = choices;
    }

    JsonNode value(JsonNode schema) {
        return value(List.of(schema), "");
    }

    /** {@return a value that obeys all these schemas; the name is that of the property it is for} */
    JsonNode value(List<JsonNode> parts, String name) {
        Constraints constraints = merged(parts);
        if (constraints.values != null && !constraints.values.isEmpty()) {
            return constraints.values.get(choices.index(constraints.values.size()));
        }
        if (!constraints.examples.isEmpty() && choices.preferExamples()) {
            return constraints.examples.get(choices.index(constraints.examples.size()));
        }
        depth++;
        try {
            return depth > DEEPEST_NESTING ? NODES.nullNode() : ofType(type(constraints), constraints, name);
        } finally {
            depth--;
        }
    }

    Constraints merged(List<JsonNode> parts) {
        return new ConstraintMerger(schemas, choices).merge(parts);
    }

    private JsonNode ofType(JsonType type, Constraints constraints, String name) {
        return switch (type) {
            case OBJECT -> new ObjectMaker(this, choices, depth).make(constraints);
            case ARRAY -> new ArrayMaker(this, choices, depth).make(constraints, name);
            case STRING -> NODES.stringNode(new TextMaker(choices).make(constraints, name));
            case INTEGER -> new NumberMaker(choices).integer(constraints);
            case NUMBER -> new NumberMaker(choices).number(constraints);
            case BOOLEAN -> NODES.booleanNode(choices.index(2) == 0);
            case NULL -> NODES.nullNode();
        };
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
        return depth > 8 && types.contains(JsonType.NULL)
                ? JsonType.NULL
                : possible.get(choices.branch(possible.size()));
    }

    /** The type that a schema without one speaks of. */
    private static JsonType implied(Constraints constraints) {
        if (!constraints.properties.isEmpty()
                || !constraints.required.isEmpty()
                || !constraints.additionalProperties.isEmpty()
                || !constraints.patternProperties.isEmpty()
                || constraints.minProperties > 0) {
            return JsonType.OBJECT;
        }
        if (!constraints.items.isEmpty()
                || !constraints.contains.isEmpty()
                || !constraints.prefixItems.isEmpty()
                || constraints.minItems > 0) {
            return JsonType.ARRAY;
        }
        boolean numeric =
                constraints.minimum != null || constraints.maximum != null || !constraints.multiples.isEmpty();
        return numeric ? JsonType.NUMBER : JsonType.STRING;
    }
}
