package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Schema;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.contract.pattern.PatternTooCostlyException;
import plumbline.json.jackson.databind.JsonNode;

/**
 * The properties that the parts of a composed schema declare.
 *
 * @param declared the schemas of each, one for every part that declares it
 * @param byPattern the schemas of those whose names match
 * @param additional the schemas of those that no part declares
 * @param takesOthers whether there may well be some that no part declares
 */
record DeclaredProperties(
        Map<String, List<Schema>> declared,
        Map<String, List<Schema>> byPattern,
        List<Schema> additional,
        boolean takesOthers) {
    DeclaredProperties {
        declared = Collections.unmodifiableMap(declared);
        byPattern = Collections.unmodifiableMap(byPattern);
        additional = List.copyOf(additional);
    }

    static DeclaredProperties of(Schema schema, List<Node> parts) {
        Map<String, List<Schema>> declared = new LinkedHashMap<>();
        Map<String, List<Schema>> byPattern = new LinkedHashMap<>();
        List<Schema> additional = new ArrayList<>();
        for (Node part : parts) {
            add(schema, part.members("properties"), declared);
            add(schema, part.members("patternProperties"), byPattern);
            part.get("additionalProperties")
                    .filter(node -> node.value().isObject())
                    .ifPresent(node -> additional.add(schema.at(node)));
        }
        return new DeclaredProperties(declared, byPattern, additional, takesOthers(parts, declared.isEmpty()));
    }

    private static boolean takesOthers(List<Node> parts, boolean isOpen) {
        List<JsonNode> said = parts.stream()
                .flatMap(part -> part.get("additionalProperties").stream())
                .map(Node::value)
                .toList();
        return said.isEmpty() ? isOpen : said.stream().noneMatch(value -> value.isBoolean() && !value.booleanValue());
    }

    private static void add(Schema schema, Map<String, Node> members, Map<String, List<Schema>> schemas) {
        members.forEach((name, property) ->
                schemas.computeIfAbsent(name, key -> new ArrayList<>()).add(schema.at(property)));
    }

    Set<String> names() {
        return declared.keySet();
    }

    List<Schema> alternatives(String name) {
        List<Schema> own = declared.get(name);
        if (own != null) {
            return own;
        }
        for (Map.Entry<String, List<Schema>> pattern : byPattern.entrySet()) {
            if (matches(pattern.getKey(), name)) {
                return pattern.getValue();
            }
        }
        return additional;
    }

    private static boolean matches(String pattern, String name) {
        try {
            return EcmaPattern.compile(pattern).isFoundIn(name);
        } catch (PatternSyntaxException | PatternTooCostlyException e) {
            return false;
        }
    }
}
