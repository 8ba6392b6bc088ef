package plumbline.contract.swagger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Translates responses. */
final class ResponseTranslator {
    private static final String ANY = "*/*";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TranslationNotes workshop;
    private final SchemaTranslator schemas;
    private final ParameterTranslator parameters;

    ResponseTranslator(TranslationNotes workshop, SchemaTranslator schemas, ParameterTranslator parameters) {
        this.workshop = workshop;
        this.schemas = schemas;
        this.parameters = parameters;
    }

    /** {@return the response, in each of these media types, that stands at a pointer of the translation} */
    JsonNode response(Node source, List<String> produces, String pointer) {
        workshop.origin(pointer, source);
        if (!source.value().isObject()) {
            return source.value();
        }
        ObjectNode response = NODES.objectNode();
        source.get("description").ifPresent(text -> response.set("description", text.value()));
        source.members("headers").forEach((name, header) -> {
            parameters.check(header);
            response.withObjectProperty("headers")
                    .set(name, parameters.parameter(header, Pointers.child(pointer + "/headers", name)));
        });
        for (String type : types(source, produces)) {
            response.withObjectProperty("content")
                    .set(type, media(source, type, Pointers.child(pointer + "/content", type)));
        }
        return response;
    }

    /** The types of the operation, where the response has content at all, and those of its examples. */
    private static Set<String> types(Node response, List<String> produces) {
        Set<String> types = new LinkedHashSet<>();
        boolean isFile = response.get("schema").filter(SchemaTranslator::isFile).isPresent();
        if (response.get("schema").isPresent()) {
            types.addAll(isFile && List.of(ANY).equals(produces) ? List.of("application/octet-stream") : produces);
        }
        if (types.remove(ANY)) {
            types.addAll(response.members("examples").isEmpty() ? Set.of(ANY) : Set.of());
        }
        types.addAll(response.members("examples").keySet());
        if (types.size() > 1) {
            types.remove(ANY);
        }
        return types;
    }

    private ObjectNode media(Node response, String type, String pointer) {
        ObjectNode media = NODES.objectNode();
        response.get("schema").ifPresent(schema -> media.set("schema", schemas.schema(schema, pointer + "/schema")));
        response.get("examples")
                .flatMap(all -> all.get(type).or(() -> all.get(ANY)))
                .ifPresent(example -> {
                    media.set("example", example.value());
                    workshop.origin(pointer + "/example", example);
                });
        return media;
    }
}
