package plumbline.contract.validation.rewriting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Makes schema rules of a discriminator. Beside {@code oneOf} or {@code anyOf} the value must be one that is mapped, and the
 * branch that it names must hold; in a base that others include by {@code allOf}, the derived schema that it names must
 * hold (OpenAPI 3.1, "Discriminator Object").
 *
 * @param node the discriminator object
 */
public record Discriminator(Node node) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Where the branch stands in a rule of a discriminator beside choices. */
    public static final List<String> BRANCH = List.of("then", "allOf", "0");

    /** Where the derived schema stands in a rule of a discriminator without choices. */
    public static final List<String> DERIVED = List.of("then", "allOf", "0", "allOf", "0");

    /** {@return rules that must all hold; none if there are no branches to choose from} */
    ArrayNode rules(Function<Node, String> iri) {
        ArrayNode rules = NODES.arrayNode();
        boolean derived = !hasChoices();
        Map<String, Node> branches = branches();
        String property = node.text("propertyName").orElse("");
        if (branches.isEmpty() || property.isEmpty()) {
            return rules;
        }
        branches.forEach((value, branch) -> {
            ObjectNode reference = NODES.objectNode().put("$ref", iri.apply(branch));
            ObjectNode rule = NODES.objectNode();
            rule.set("if", propertyRule(property, "const", NODES.stringNode(value)));
            rule.set("then", derived ? all(all(reference)) : all(reference));
            rules.add(rule);
        });
        Set<String> known = new LinkedHashSet<>(branches.keySet());
        if (derived) {
            known.add(DerivedSchemas.name(node.parent()));
            known.addAll(node.members("mapping").keySet());
        }
        ObjectNode listed = propertyRule(property, "enum", values(known, derived && mayBeNull(property)));
        Set<String> renamed = renamed(branches);
        if (!renamed.isEmpty()) {
            listed.withObjectProperty("properties")
                    .withObjectProperty(property)
                    .set(Hints.RENAMED, values(renamed, false));
        }
        rules.add(listed);
        return rules;
    }

    private static ArrayNode values(Set<String> known, boolean orNull) {
        ArrayNode values = NODES.arrayNode();
        known.forEach(values::add);
        return orNull ? values.addNull() : values;
    }

    private boolean mayBeNull(String property) {
        return node.parent()
                .get("properties")
                .flatMap(properties -> properties.get(property))
                .filter(schema -> schema.flag("nullable")
                        || JsonType.namedIn(schema.value().path("type")).contains(JsonType.NULL))
                .isPresent();
    }

    private static ObjectNode all(ObjectNode schema) {
        ObjectNode all = NODES.objectNode();
        all.putArray("allOf").add(schema);
        return all;
    }

    /** {@return whether choices stand beside this discriminator, rather than it being that of a base} */
    boolean hasChoices() {
        Node schema = node.parent();
        return !schema.items("oneOf").isEmpty() || !schema.items("anyOf").isEmpty();
    }

    /** {@return what a sampler needs to know: which value of the property names which branch} */
    ObjectNode hint(Function<Node, String> iri) {
        ObjectNode hint = NODES.objectNode();
        hint.put("property", node.text("propertyName").orElse(""));
        ArrayNode values = hint.putArray("values");
        Map<String, Node> branches = branches();
        branches.keySet().removeAll(renamed(branches));
        branches.forEach((value, branch) -> {
            ObjectNode entry = values.addObject();
            entry.putObject("rule").put("const", value);
            entry.put("$ref", iri.apply(branch));
        });
        hint.put("derived", !hasChoices());
        return hint;
    }

    /** {@return the names of schemas for which the mapping has other ones, which are those that servers know} */
    private Set<String> renamed(Map<String, Node> branches) {
        Set<String> mapped = node.members("mapping").keySet();
        Set<Node> targets = branches.entrySet().stream()
                .filter(entry -> mapped.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return branches.entrySet().stream()
                .filter(entry -> !mapped.contains(entry.getKey()) && targets.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static ObjectNode propertyRule(
            String property, String keyword, plumbline.json.jackson.databind.JsonNode value) {
        ObjectNode rule = NODES.objectNode();
        rule.withObjectProperty("properties").withObjectProperty(property).set(keyword, value);
        return rule;
    }

    private Map<String, Node> branches() {
        if (!hasChoices()) {
            return derived();
        }
        Map<String, Node> branches = new LinkedHashMap<>();
        Node schema = node.parent();
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            for (Node branch : schema.items(keyword)) {
                if (branch.isReference()) {
                    Node target = branch.target(branch.value().path("$ref").stringValue());
                    branches.put(DerivedSchemas.name(target), target);
                }
            }
        }
        if (!branches.isEmpty()) {
            node.members("mapping")
                    .forEach((value, name) -> target(name).ifPresent(target -> branches.put(value, target)));
        }
        return branches;
    }

    /** The schemas that are derived from the one with this discriminator, by the values that mean them. */
    private Map<String, Node> derived() {
        DerivedSchemas derived = DerivedSchemas.of(node.parent());
        Map<String, Node> branches = new LinkedHashMap<>();
        derived.schemas().forEach(schema -> branches.put(DerivedSchemas.name(schema), schema));
        node.members("mapping").forEach((value, name) -> {
            target(name).filter(derived::contains).ifPresent(mapped -> branches.put(value, mapped));
        });
        return branches;
    }

    /**
     * The schema that a value is mapped to, by reference or by its name among the components; nothing where the mapping
     * leads nowhere, of which the reader has warned.
     */
    private Optional<Node> target(Node name) {
        String text = name.value().asString("");
        String component = "#/components/schemas/" + text;
        return text.matches("[A-Za-z0-9._-]+")
                ? target(name, component).or(() -> target(name, text))
                : target(name, text);
    }

    private static Optional<Node> target(Node name, String reference) {
        try {
            return Optional.of(name.target(reference));
        } catch (ContractException e) {
            return Optional.empty();
        }
    }
}
