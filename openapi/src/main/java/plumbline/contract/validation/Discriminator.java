package plumbline.contract.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes schema rules of a discriminator beside {@code oneOf} or {@code anyOf}: the value must be one that is mapped, and
 * the branch that it names must hold (OpenAPI 3.1, "Discriminator Object").
 *
 * @param node the discriminator object
 */
record Discriminator(Node node) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** {@return rules that must all hold; none if there are no branches to choose from} */
    ArrayNode rules(Function<Node, String> iri) {
        ArrayNode rules = NODES.arrayNode();
        Map<String, Node> branches = branches();
        String property = node.text("propertyName").orElse("");
        if (branches.isEmpty() || property.isEmpty()) {
            return rules;
        }
        ArrayNode known = NODES.arrayNode();
        branches.forEach((value, branch) -> {
            known.add(value);
            ObjectNode rule = NODES.objectNode();
            rule.set("if", propertyRule(property, "const", NODES.stringNode(value)));
            rule.set("then", NODES.objectNode().put("$ref", iri.apply(branch)));
            rules.add(rule);
        });
        rules.add(propertyRule(property, "enum", known));
        return rules;
    }

    /** {@return what a sampler needs to know: which value of the property names which branch} */
    ObjectNode hint(Function<Node, String> iri) {
        ObjectNode hint = NODES.objectNode();
        hint.put("property", node.text("propertyName").orElse(""));
        ArrayNode values = hint.putArray("values");
        branches().forEach((value, branch) -> {
            ObjectNode entry = values.addObject();
            entry.putObject("rule").put("const", value);
            entry.put("$ref", iri.apply(branch));
        });
        return hint;
    }

    private static ObjectNode propertyRule(String property, String keyword, tools.jackson.databind.JsonNode value) {
        ObjectNode rule = NODES.objectNode();
        rule.withObjectProperty("properties").withObjectProperty(property).set(keyword, value);
        return rule;
    }

    private Map<String, Node> branches() {
        Map<String, Node> branches = new LinkedHashMap<>();
        Node schema = node.parent();
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            for (Node branch : schema.items(keyword)) {
                if (branch.isReference()) {
                    Node target = branch.target(branch.value().path("$ref").stringValue());
                    branches.put(target.pointer().substring(target.pointer().lastIndexOf('/') + 1), target);
                }
            }
        }
        if (!branches.isEmpty()) {
            node.members("mapping").forEach((value, name) -> branches.put(value, target(name)));
        }
        return branches;
    }

    /** A mapping names a schema by reference or by its name among the components. */
    private Node target(Node name) {
        String text = name.value().asString("");
        try {
            return name.target(text.matches("[A-Za-z0-9._-]+") ? "#/components/schemas/" + text : text);
        } catch (ContractException e) {
            return name.target(text);
        }
    }
}
