package plumbline.conformance.checks.message;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.contract.pattern.PatternTooCostlyException;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.rewriting.Hints;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Finds properties of a valid body that no schema names, by itself or by a pattern. An object whose schemas name none, or
 * that is documented to hold others, is left alone; all branches of a choice count, as which of them was meant is not
 * asked.
 */
final class DocumentedProperties {
    private static final List<String> BRANCHES = List.of("allOf", "oneOf", "anyOf");
    private static final List<String> CONDITIONALS = List.of("then", "else", "if");
    private static final int DEEPEST = 40;

    private final Schemas schemas;
    private final Map<String, String> undeclared = new LinkedHashMap<>();
    private final Map<String, Optional<EcmaPattern>> patterns = new HashMap<>();

    private DocumentedProperties(Schemas schemas) {
        this.schemas = schemas;
    }

    /** {@return the names of the properties that are not declared, by the pointer of one of them, items counted as one} */
    static Map<String, String> undeclared(Schemas schemas, Schema schema, JsonNode body) {
        DocumentedProperties search = new DocumentedProperties(schemas);
        Set<JsonNode> root = nodes();
        root.add(schemas.rewritten(schema, Direction.RESPONSE));
        search.value(root, body, "", 0);
        return search.undeclared;
    }

    /** {@return a set of nodes as they stand in the contract: to compare them as values is to read each to its end} */
    private static Set<JsonNode> nodes() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void value(Set<JsonNode> roots, JsonNode value, String pointer, int depth) {
        if (depth > DEEPEST || roots.isEmpty()) {
            return;
        }
        Set<JsonNode> applicable = nodes();
        roots.forEach(root -> expand(root, applicable));
        if (value.isObject()) {
            value.forEachEntry((name, member) -> {
                Set<JsonNode> below = members(applicable, name);
                String child = Pointers.child(pointer, name);
                if (below.isEmpty() && names(applicable) && !isOpen(applicable)) {
                    undeclared.put(child, name);
                } else {
                    value(below, member, child, depth + 1);
                }
            });
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(items(applicable, i), value.get(i), Pointers.child(pointer, i), depth + 1);
            }
        }
    }

    private void expand(JsonNode schema, Set<JsonNode> applicable) {
        if (!schema.isObject() || !applicable.add(schema)) {
            return;
        }
        JsonNode reference = schema.path("$ref");
        if (reference.isString()) {
            expand(schemas.referenced(reference.stringValue()), applicable);
        }
        BRANCHES.forEach(keyword -> schema.path(keyword).forEach(branch -> expand(branch, applicable)));
        CONDITIONALS.forEach(keyword -> expand(schema.path(keyword), applicable));
        schema.path("dependentSchemas").forEach(dependent -> expand(dependent, applicable));
        for (JsonNode derived : schema.path(Hints.DISCRIMINATOR).path("values")) {
            if (derived.path("$ref").isString()) {
                expand(schemas.referenced(derived.path("$ref").stringValue()), applicable);
            }
        }
    }

    private Set<JsonNode> members(Set<JsonNode> applicable, String name) {
        Set<JsonNode> found = nodes();
        for (JsonNode schema : applicable) {
            JsonNode property = schema.path("properties").path(name);
            if (!property.isMissingNode()) {
                found.add(property);
            }
            schema.path("patternProperties").forEachEntry((pattern, named) -> {
                if (isNamedBy(pattern, name)) {
                    found.add(named);
                }
            });
        }
        return found;
    }

    /** A pattern that cannot be understood may mean any name. */
    private boolean isNamedBy(String pattern, String name) {
        try {
            return patterns.computeIfAbsent(pattern, DocumentedProperties::compiled)
                    .map(compiled -> compiled.isFoundIn(name))
                    .orElse(true);
        } catch (PatternTooCostlyException e) {
            return true;
        }
    }

    private static Optional<EcmaPattern> compiled(String pattern) {
        try {
            return Optional.of(EcmaPattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean names(Set<JsonNode> applicable) {
        return applicable.stream()
                .anyMatch(schema -> schema.path("properties").size() > 0
                        || schema.path("patternProperties").size() > 0);
    }

    /** Whether the document says itself that there are more. */
    private static boolean isOpen(Set<JsonNode> applicable) {
        return applicable.stream()
                .flatMap(schema ->
                        List.of(schema.path("additionalProperties"), schema.path("unevaluatedProperties")).stream())
                .anyMatch(others -> others.isObject() || others.isBoolean() && others.booleanValue());
    }

    private static Set<JsonNode> items(Set<JsonNode> applicable, int index) {
        Set<JsonNode> found = nodes();
        for (JsonNode schema : applicable) {
            JsonNode prefix = schema.path("prefixItems").path(index);
            JsonNode item = prefix.isMissingNode() ? schema.path("items") : prefix;
            if (item.isObject()) {
                found.add(item);
            }
        }
        return found;
    }
}
