package plumbline.contract.swagger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes request bodies of the parameters that are sent in the body or as a form. */
final class BodyTranslator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MULTIPART = "multipart/form-data";
    private static final String URLENCODED = "application/x-www-form-urlencoded";

    private final Workshop workshop;
    private final SchemaTranslator schemas;
    private final ParameterTranslator parameters;

    BodyTranslator(Workshop workshop, SchemaTranslator schemas, ParameterTranslator parameters) {
        this.workshop = workshop;
        this.schemas = schemas;
        this.parameters = parameters;
    }

    /** {@return the request body of a parameter in the body, in each of these media types} */
    ObjectNode body(Node parameter, List<String> consumes, String pointer) {
        workshop.origin(pointer, parameter);
        ObjectNode body = NODES.objectNode();
        parameter.get("description").ifPresent(text -> body.set("description", text.value()));
        parameter.get("required").ifPresent(flag -> body.set("required", flag.value()));
        ObjectNode content = body.putObject("content");
        for (String type : consumes) {
            String here = Pointers.child(pointer + "/content", type);
            ObjectNode media = content.putObject(type);
            parameter.get("schema").ifPresent(schema -> media.set("schema", schemas.schema(schema, here + "/schema")));
            parameter.get("x-examples").flatMap(all -> all.get(type)).ifPresent(example -> {
                media.set("example", example.value());
                workshop.origin(here + "/example", example);
            });
        }
        return body;
    }

    /** {@return the request body whose parts are these parameters} */
    ObjectNode form(List<Node> fields, List<String> consumes, String pointer) {
        ObjectNode body = NODES.objectNode();
        boolean isRequired = fields.stream().anyMatch(field -> field.flag("required"));
        body.put("required", isRequired);
        ObjectNode content = body.putObject("content");
        workshop.origin(pointer, fields.get(0));
        for (String type : types(fields, consumes)) {
            content.set(type, media(fields, Pointers.child(pointer + "/content", type)));
        }
        return body;
    }

    private static List<String> types(List<Node> fields, List<String> consumes) {
        if (fields.stream().anyMatch(SchemaTranslator::isFile)) {
            return List.of(MULTIPART);
        }
        List<String> forms = consumes.stream()
                .filter(type -> type.startsWith(MULTIPART) || type.startsWith(URLENCODED))
                .toList();
        return forms.isEmpty() ? List.of(URLENCODED) : forms;
    }

    private ObjectNode media(List<Node> fields, String pointer) {
        ObjectNode media = NODES.objectNode();
        ObjectNode schema = media.putObject("schema").put("type", "object");
        Map<String, ObjectNode> encodings = new LinkedHashMap<>();
        for (Node field : fields) {
            String name = field.text("name").orElse("");
            String here = Pointers.child(pointer + "/schema/properties", name);
            schema.withObjectProperty("properties").set(name, parameters.value(field, here));
            if (field.flag("required")) {
                schema.withArrayProperty("required").add(name);
            }
            ObjectNode layout = parameters.layout(field, "formData");
            if (!layout.isEmpty()) {
                encodings.put(name, layout);
            }
        }
        if (!encodings.isEmpty()) {
            media.putObject("encoding").setAll(encodings);
        }
        return media;
    }
}
