package plumbline.mock.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Example;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Parameter;
import plumbline.contract.ResponseSpec;
import plumbline.contract.Schema;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonSequence;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Direction;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a response of a documented kind: picks the media type, the body and the headers. */
final class ResponseMaker {
    private static final int ITEMS_OF_A_SEQUENCE = 2;

    private final Sampler sampler;
    private final PathEcho echo;

    ResponseMaker(Schemas schemas) {
        this.sampler = new Sampler(schemas);
        this.echo = new PathEcho(schemas);
    }

    /**
     * What is asked for.
     *
     * @param spec the documented response
     * @param status the status to answer with
     * @param accept what the client accepts
     * @param preferences what the client would like
     * @param pathValues the path parameters as sent, which bodies repeat
     * @param seed which of the valid samples
     */
    record Order(
            ResponseSpec spec,
            int status,
            Accept accept,
            Preferences preferences,
            Map<String, String> pathValues,
            long seed) {}

    /** A response cannot be made as ordered; answered with this instead. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Response response;

        Unavailable(Response response) {
            super("", null, false, false);
            this.response = response;
        }

        Response response() {
            return response;
        }
    }

    /** {@return a response with a body from an example or a sample} */
    Response make(Order order) throws Unavailable {
        ResponseSpec spec = order.spec();
        boolean bodiless = order.status() == 204 || order.status() == 304 || order.status() < 200;
        if (spec.content().isEmpty() || bodiless) {
            return new Response(order.status(), headers(order), Body.empty());
        }
        MediaTypeSpec content = negotiate(order);
        String type = typeName(content.mediaType());
        Headers headers = headers(order).and("Content-Type", type);
        return new Response(order.status(), headers, body(content, order));
    }

    /** {@return a response with this JSON body} */
    Response make(Order order, JsonNode body) throws Unavailable {
        List<MediaTypeSpec> json = order.spec().content().stream()
                .filter(content ->
                        content.mediaType().isJson() || content.mediaType().isRange())
                .toList();
        String type = json.isEmpty()
                ? "application/json"
                : typeName(negotiate(order, json).mediaType());
        return new Response(order.status(), headers(order).and("Content-Type", type), Body.of(Json.write(body)));
    }

    private static MediaTypeSpec negotiate(Order order) throws Unavailable {
        return negotiate(order, order.spec().content());
    }

    private static MediaTypeSpec negotiate(Order order, List<MediaTypeSpec> offered) throws Unavailable {
        List<MediaType> types = offered.stream().map(MediaTypeSpec::mediaType).toList();
        Optional<MediaType> best = order.accept().best(types);
        if (best.isEmpty()) {
            String list =
                    String.join(", ", types.stream().map(MediaType::toString).toList());
            throw new Unavailable(ProblemBody.of(
                            "not-acceptable",
                            "None of the accepted media types is documented",
                            "Accept one of " + list + ".")
                    .response(406));
        }
        return offered.get(types.indexOf(best.get()));
    }

    private static String typeName(MediaType type) {
        if ("*".equals(type.type())) {
            return "application/json";
        }
        return type.isRange() ? type.type() + "/" + ("text".equals(type.type()) ? "plain" : "json") : type.toString();
    }

    private Body body(MediaTypeSpec content, Order order) throws Unavailable {
        JsonNode value = value(content, order);
        if (value == null) {
            return Body.empty();
        }
        Optional<JsonSequence> sequence = JsonSequence.of(content.mediaType());
        if (sequence.isPresent() && !value.isString()) {
            return Body.of(sequence.get().write(value.isArray() ? value : List.of(value)));
        }
        boolean asJson = content.mediaType().isJson() || content.mediaType().isRange() || !value.isString();
        return asJson ? Body.of(Json.write(value)) : Body.of(value.stringValue());
    }

    private @Nullable JsonNode value(MediaTypeSpec content, Order order) throws Unavailable {
        String name = order.preferences().example();
        if (name != null) {
            JsonNode named = content.example(name)
                    .map(Example::value)
                    .orElseThrow(() -> new Unavailable(ProblemBody.of(
                                    "unknown-example",
                                    "There is no such example",
                                    "The response " + order.spec().key() + " has no example '" + name + "' for "
                                            + content.mediaType() + ".")
                            .response(404)));
            return echo.apply(named, content.schema(), order.pathValues());
        }
        if (!content.examples().isEmpty() && !order.preferences().isDynamic()) {
            return echo.apply(content.examples().get(0).value(), content.schema(), order.pathValues());
        }
        Schema schema = content.schema();
        if (schema != null) {
            return echo.apply(sample(schema, order.seed()), schema, order.pathValues());
        }
        return JsonSequence.of(content.mediaType()).isPresent() ? items(content.itemSchema(), order) : null;
    }

    private @Nullable JsonNode items(@Nullable Schema schema, Order order) throws Unavailable {
        if (schema == null) {
            return null;
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < ITEMS_OF_A_SEQUENCE; i++) {
            items.add(echo.apply(sample(schema, order.seed() + i), schema, order.pathValues()));
        }
        return items;
    }

    private JsonNode sample(Schema schema, long seed) throws Unavailable {
        try {
            return sampler.sample(schema, Direction.RESPONSE, seed);
        } catch (UnsatisfiableException e) {
            throw new Unavailable(new ProblemBody(
                            "unsatisfiable-schema",
                            "No valid body could be made",
                            "At " + e.place() + ": " + e.getMessage()
                                    + ". Add an example to the contract, or a fixture for this URL.",
                            e.violations())
                    .response(500));
        }
    }

    private Headers headers(Order order) throws Unavailable {
        Headers headers = Headers.none();
        for (Parameter header : order.spec().headers()) {
            JsonNode value = header.examples().isEmpty()
                    ? sampledHeader(header, order.seed())
                    : header.examples().get(0).value();
            if (value != null) {
                headers = headers.and(header.name(), new ParameterEncoder(header).text(value));
            }
        }
        return headers;
    }

    private @Nullable JsonNode sampledHeader(Parameter header, long seed) throws Unavailable {
        Optional<Schema> schema = header.valueSchema();
        return schema.isEmpty() ? null : sample(schema.get(), seed);
    }
}
