package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.contract.sampling.source.Choices;
import plumbline.contract.sampling.source.PatternTexts;
import plumbline.contract.validation.rewriting.Hints;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Makes objects.
 *
 * @param values makes the members
 * @param choices what is left open
 * @param depth how deep the object is nested
 */
record ObjectMaker(ValueMaker values, Choices choices, int depth) {
    private static final int PROPERTIES_OF_A_MAP = 2;
    private static final int LARGEST_OBJECT = 10_000;

    ObjectNode make(Constraints constraints) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : names(constraints)) {
            object.set(name, values.value(schemas(constraints, name), name));
        }
        return object;
    }

    private Set<String> names(Constraints constraints) {
        Set<String> wanted = new LinkedHashSet<>(constraints.required);
        addDependents(constraints, wanted);
        constraints.properties.forEach((name, schemas) -> {
            if (isPossible(constraints, name, schemas) && mayAdd(constraints, wanted, schemas)) {
                wanted.add(name);
                addDependents(constraints, wanted);
            }
        });
        addExtra(constraints, wanted);
        return inOrder(constraints, wanted);
    }

    private boolean mayAdd(Constraints constraints, Set<String> names, List<JsonNode> schemas) {
        boolean needed = names.size() < constraints.minProperties;
        return names.size() < constraints.maxProperties && (needed || choices.includeOptional(depth, schemas));
    }

    private boolean isPossible(Constraints constraints, String name, List<JsonNode> schemas) {
        boolean excluded = constraints.forbidden.contains(name)
                || schemas.stream()
                        .anyMatch(schema -> schema.isBoolean() && !schema.booleanValue() || schema.has(Hints.HIDDEN));
        return !excluded && values.isValid(constraints.propertyNames, JsonNodeFactory.instance.stringNode(name));
    }

    private static void addDependents(Constraints constraints, Set<String> names) {
        List<String> open = new ArrayList<>(names);
        for (int i = 0; i < open.size(); i++) {
            for (String needed : constraints.dependentRequired.getOrDefault(open.get(i), Set.of())) {
                if (names.add(needed)) {
                    open.add(needed);
                }
            }
        }
    }

    /** Declared properties come in the order of their declaration. */
    private static Set<String> inOrder(Constraints constraints, Set<String> names) {
        Set<String> ordered = new LinkedHashSet<>(constraints.properties.keySet());
        ordered.retainAll(names);
        ordered.addAll(names);
        return ordered;
    }

    /** Names after patterns, or free ones, until there are enough. */
    private void addExtra(Constraints constraints, Set<String> names) {
        boolean isMap = constraints.properties.isEmpty()
                && (constraints.additionalProperties.stream().anyMatch(JsonNode::isObject)
                        || !constraints.patternProperties.isEmpty());
        long asMap =
                isMap && choices.includeOptional(depth, constraints.additionalProperties) ? PROPERTIES_OF_A_MAP : 0;
        long wanted = Math.min(Math.max(constraints.minProperties, asMap), constraints.maxProperties);
        for (int i = 0; names.size() < Math.min(wanted, LARGEST_OBJECT) && i < wanted * 4 + 20; i++) {
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
        boolean byPattern = closed || constraints.additionalProperties.isEmpty() || choices.branch(2) == 1;
        return !patterns.isEmpty() && byPattern
                ? patterned(patterns.get(number % patterns.size()), number)
                : "key" + (number + 1);
    }

    /** A pattern that tells only the beginning of a name is the same again and again unless something follows. */
    private String patterned(String pattern, int number) {
        String name = new PatternTexts(choices).matching(pattern);
        return number > 0 && matches(pattern, name + number) ? name + number : name;
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
            return EcmaPattern.compile(pattern).isFoundIn(name);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
