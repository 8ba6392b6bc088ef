package plumbline.contract.swagger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Translates schemas, and gathers all that they refer to among the components. */
final class SchemaTranslator {
    static final String COMPONENTS = "/components/schemas";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties", "not");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");

    private final Workshop workshop;
    private final Map<Node, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Deque<Node> waiting = new ArrayDeque<>();

    SchemaTranslator(Workshop workshop) {
        this.workshop = workshop;
    }

    /** {@return the components: these definitions, and what schemas translated so far refer to elsewhere} */
    ObjectNode components(Map<String, Node> definitions) {
        ObjectNode components = NODES.objectNode();
        definitions.forEach((name, node) -> components.set(name, schema(node, Pointers.child(COMPONENTS, name))));
        while (!waiting.isEmpty()) {
            Node next = waiting.remove();
            String name = names.getOrDefault(next, "");
            components.set(name, schema(next, Pointers.child(COMPONENTS, name)));
        }
        return components;
    }

    /** Gives definitions of the document their own names, before anything else can take them. */
    void reserve(Map<String, Node> definitions) {
        definitions.forEach((name, node) -> {
            names.put(node, name);
            taken.add(name);
        });
    }

    /** {@return the schema that stands at a pointer of the translation} */
    JsonNode schema(Node source, String pointer) {
        workshop.origin(pointer, source);
        if (!source.value().isObject()) {
            return source.value();
        }
        ObjectNode schema = NODES.objectNode();
        if (source.isReference()) {
            return reference(schema, source);
        }
        source.members().forEach((name, member) -> schema.set(name, keyword(name, member, pointer)));
        schema.remove("x-nullable");
        schema.remove("collectionFormat");
        if (source.flag("x-nullable")) {
            schema.put("nullable", true);
        }
        if (isFile(source)) {
            schema.put("type", "string").put("format", "binary");
        }
        return schema;
    }

    static boolean isFile(Node schema) {
        return schema.text("type").filter("file"::equals).isPresent();
    }

    private JsonNode keyword(String name, Node member, String parent) {
        String pointer = Pointers.child(parent, name);
        if (SCHEMAS.contains(name)) {
            return schema(member, pointer);
        }
        if ("properties".equals(name) && member.value().isObject()) {
            ObjectNode properties = NODES.objectNode();
            member.members().forEach((key, value) -> properties.set(key, schema(value, Pointers.child(pointer, key))));
            return properties;
        }
        if (LISTS.contains(name) && member.value().isArray()) {
            ArrayNode list = NODES.arrayNode();
            member.items().forEach(item -> list.add(schema(item, pointer + "/" + item.name())));
            return list;
        }
        return "discriminator".equals(name) && member.value().isString()
                ? NODES.objectNode().set("propertyName", member.value())
                : member.value();
    }

    private JsonNode reference(ObjectNode schema, Node source) {
        try {
            // What a circle of references means is told by the reader, which meets the same circle.
            Node target = source.target(source.value().path("$ref").stringValue());
            return schema.put("$ref", "#" + Pointers.child(COMPONENTS, name(target)));
        } catch (ContractException e) {
            e.problems().forEach(workshop::add);
            return schema;
        }
    }

    private String name(Node target) {
        String known = names.get(target);
        if (known != null) {
            return known;
        }
        String wanted = target.name().isEmpty() ? target.document().name() : target.name();
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        names.put(target, name);
        waiting.add(target);
        return name;
    }
}
