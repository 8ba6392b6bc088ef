package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes objects.
 *
 * @param values makes the members
 * @param choices what is left open
 * @param depth how deep the object is nested
 */
record ObjectMaker(ValueMaker values, Choices choices, int depth) {
    ObjectNode make(Constraints constraints) {
        Set<String> names = names(constraints);
        Constraints complete = withDependencies(constraints, names);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            object.set(name, values.value(schemas(complete, name), name));
        }
        return object;
    }

    private Set<String> names(Constraints constraints) {
        Set<String> names = new LinkedHashSet<>();
        constraints.properties.forEach((name, schemas) -> {
            boolean required = constraints.required.contains(name);
            boolean forbidden = schemas.stream().anyMatch(schema -> schema.isBoolean() && !schema.booleanValue());
            if (required || !forbidden && choices.includeOptional(depth) && names.size() < constraints.maxProperties) {
                names.add(name);
            }
        });
        names.addAll(constraints.required);
        addExtra(constraints, names);
        return names;
    }

    /** Names from patterns, or free ones, until there are enough. */
    private void addExtra(Constraints constraints, Set<String> names) {
        boolean isMap = constraints.properties.isEmpty()
                && constraints.additionalProperties.stream().anyMatch(JsonNode::isObject);
        long wanted = Math.max(constraints.minProperties, isMap && choices.includeOptional(depth) ? 2 : 0);
        wanted = Math.min(wanted, constraints.maxProperties);
        for (int i = 0; names.size() < wanted && i < wanted + 20; i++) {
            names.add(freeName(constraints, i));
        }
    }

    private String freeName(Constraints constraints, int number) {
        if (!constraints.propertyNames.isEmpty()) {
            return values.value(constraints.propertyNames, "key").asString("key" + number);
        }
        List<String> patterns = new ArrayList<>(constraints.patternProperties.keySet());
        boolean closed = constraints.additionalProperties.stream()
                .anyMatch(schema -> schema.isBoolean() && !schema.booleanValue());
        if (closed && !patterns.isEmpty()) {
            return new TextMaker(choices).matching(patterns.get(number % patterns.size()));
        }
        return "key" + (number + 1);
    }

    private Constraints withDependencies(Constraints constraints, Set<String> names) {
        for (int round = 0; round < 4; round++) {
            List<String> before = new ArrayList<>(names);
            for (String name : before) {
                names.addAll(constraints.dependentRequired.getOrDefault(name, Set.of()));
            }
        }
        for (String name : List.copyOf(names)) {
            List<JsonNode> dependent = constraints.dependentSchemas.get(name);
            if (dependent != null) {
                merge(constraints, values.merged(dependent), names);
            }
        }
        return constraints;
    }

    private static void merge(Constraints constraints, Constraints more, Set<String> names) {
        more.properties.forEach(
                (name, schemas) -> schemas.forEach(schema -> Constraints.add(constraints.properties, name, schema)));
        names.addAll(more.required);
    }

    private static List<JsonNode> schemas(Constraints constraints, String name) {
        List<JsonNode> schemas = new ArrayList<>(constraints.properties.getOrDefault(name, List.of()));
        for (Map.Entry<String, List<JsonNode>> entry : constraints.patternProperties.entrySet()) {
            if (matches(entry.getKey(), name)) {
                schemas.addAll(entry.getValue());
            }
        }
        return schemas.isEmpty() ? constraints.additionalProperties : schemas;
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
