package plumbline.conformance.stories;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * How the body of a request is written: as JSON, or as a form that holds each name once, but those of lists.
 *
 * @param spec how it is documented
 * @param type its media type
 */
public record BodyForm(MediaTypeSpec spec, MediaType type) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** {@return how a request for an operation writes its body; nothing if in none of these ways} */
    public static Optional<BodyForm> of(Operation operation, Request request) {
        RequestBodySpec body = operation.body();
        return body == null
                ? Optional.empty()
                : request.headers()
                        .first("Content-Type")
                        .flatMap(MediaType::parse)
                        .filter(type -> type.isJson() || type.isForm())
                        .flatMap(type ->
                                MediaTypeSpec.covering(body.content(), type).map(spec -> new BodyForm(spec, type)));
    }

    /** {@return what the body of a request for an operation says; nothing if that cannot be read} */
    public static Optional<JsonNode> value(Operation operation, Request request) {
        return of(operation, request).flatMap(form -> form.read(request.body()));
    }

    /** {@return the schema of the value} */
    public Optional<Schema> schema() {
        return Optional.ofNullable(spec.schema());
    }

    /** {@return the value of a body; nothing if it cannot be read} */
    public Optional<JsonNode> read(Body body) {
        return type.isJson() ? Json.readIfValid(body.bytes()) : pairs(body.text());
    }

    /** {@return the request with a value as its body} */
    public Request write(Request request, JsonNode value) {
        return request.withBody(Bodies.write(new Content(spec, type), value).body());
    }

    private Optional<JsonNode> pairs(String text) {
        ObjectNode form = NODES.objectNode();
        Optional<SchemaShape> shape = schema().map(SchemaShape::of);
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            try {
                String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                String value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                if (form.has(name) && !form.path(name).isArray()) {
                    return Optional.empty();
                }
                add(form, shape, name, value);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(form);
    }

    private static void add(ObjectNode form, Optional<SchemaShape> shape, String name, String text) {
        Optional<SchemaShape> property =
                shape.flatMap(whole -> whole.property(name)).map(SchemaShape::of);
        Optional<Schema> items = property.filter(SchemaShape::isArray).flatMap(SchemaShape::items);
        if (items.isEmpty()) {
            form.set(name, typed(property.orElse(null), text));
        } else {
            form.withArray(name).add(typed(SchemaShape.of(items.get()), text));
        }
    }

    private static JsonNode typed(@Nullable SchemaShape shape, String text) {
        if (shape == null || !shape.isDeclared() || shape.allows(JsonType.STRING)) {
            return NODES.stringNode(text);
        }
        boolean isNumber = shape.allows(JsonType.INTEGER) || shape.allows(JsonType.NUMBER);
        if (isNumber && text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return NODES.numberNode(new BigDecimal(text));
        }
        return shape.allows(JsonType.BOOLEAN) && text.matches("true|false")
                ? NODES.booleanNode(Boolean.parseBoolean(text))
                : NODES.stringNode(text);
    }
}
