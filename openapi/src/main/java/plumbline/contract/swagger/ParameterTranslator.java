package plumbline.contract.swagger;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Translates parameters of paths, queries and headers, and headers of responses. */
final class ParameterTranslator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** What stays on a parameter; all else describes its value. */
    private static final Set<String> OWN =
            Set.of("name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "x-example");

    private final Workshop workshop;
    private final SchemaTranslator schemas;

    ParameterTranslator(Workshop workshop, SchemaTranslator schemas) {
        this.workshop = workshop;
        this.schemas = schemas;
    }

    /** {@return the parameter or header that stands at a pointer of the translation} */
    JsonNode parameter(Node source, String pointer) {
        workshop.origin(pointer, source);
        if (!source.value().isObject()) {
            return source.value();
        }
        ObjectNode parameter = NODES.objectNode();
        for (String name : new String[] {"name", "in", "description", "required", "allowEmptyValue"}) {
            source.get(name).ifPresent(member -> parameter.set(name, member.value()));
        }
        source.get("x-example").ifPresent(example -> {
            parameter.set("example", example.value());
            workshop.origin(pointer + "/example", example);
        });
        parameter.set("schema", value(source, pointer + "/schema"));
        parameter.setAll(layout(source, source.text("in").orElse("header")));
        return parameter;
    }

    /** {@return the schema of a parameter that says itself what its value is} */
    JsonNode value(Node source, String pointer) {
        JsonNode schema = schemas.schema(source, pointer);
        if (!(schema instanceof ObjectNode value)) {
            return schema;
        }
        value.remove(OWN);
        if (format(source).isEmpty()) {
            value.remove("items");
            value.put("type", "string");
        }
        return value;
    }

    /** {@return how lists are written, as members of a parameter or an encoding; nothing for other values} */
    ObjectNode layout(Node source, String in) {
        ObjectNode layout = NODES.objectNode();
        boolean isQuery = "query".equals(in) || "formData".equals(in);
        String format = format(source);
        if (source.text("type").filter("array"::equals).isEmpty() || !isQuery || format.isEmpty()) {
            return layout;
        }
        return layout.put(
                        "style",
                        "ssv".equals(format) ? "spaceDelimited" : "pipes".equals(format) ? "pipeDelimited" : "form")
                .put("explode", "multi".equals(format));
    }

    /** How a list is written; empty where OpenAPI 3 has no word for it, so that it is taken for a text. */
    private String format(Node source) {
        String format = source.text("collectionFormat").orElse("csv");
        boolean isQuery = Set.of("query", "formData").contains(source.text("in").orElse(""));
        Set<String> known = isQuery ? Set.of("csv", "ssv", "pipes", "multi") : Set.of("csv");
        return known.contains(format) ? format : "";
    }

    /** Warns of what cannot be carried over. */
    void check(Node source) {
        source.get("collectionFormat")
                .filter(format -> format(source).isEmpty())
                .ifPresent(format -> workshop.warning(
                        format,
                        "lists in the format " + format.value() + " are not read here; the value is taken for a text",
                        "use csv, or in queries and forms also ssv, pipes or multi"));
    }
}
