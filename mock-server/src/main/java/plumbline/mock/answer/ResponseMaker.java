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
import plumbline.contract.document.Node;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Direction;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;

/** Makes a response of a documented kind: picks the media type, the body and the headers. */
final class ResponseMaker {
    private static final Accept ANYTHING = new Accept(List.of());

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

        private final transient ProblemBody problem;
        private final int status;

        Unavailable(ProblemBody problem, int status) {
            super("", null, false, false);
            this.problem = problem;
            this.status = status;
        }

        ProblemBody problem() {
            return problem;
        }

        int status() {
            return status;
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
        MediaType type = ServedType.of(content.mediaType(), order.accept());
        Headers headers = headers(order).and("Content-Type", type.toString());
        return new Response(order.status(), headers, body(content, type, order));
    }

    /** {@return a response with this JSON body} */
    Response make(Order order, JsonNode body) throws Unavailable {
        List<MediaTypeSpec> json = order.spec().content().stream()
                .filter(content ->
                        content.mediaType().isJson() || content.mediaType().isRange())
                .toList();
        String type = json.isEmpty()
                ? "application/json"
                : ServedType.of(negotiate(order, json).mediaType(), ANYTHING).toString();
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
            throw new Unavailable(
                    ProblemBody.of(
                            "not-acceptable",
                            "None of the accepted media types is documented",
                            "Accept one of " + list + "."),
                    Refusal.NOT_ACCEPTABLE);
        }
        return offered.get(types.indexOf(best.get()));
    }

    private Body body(MediaTypeSpec content, MediaType type, Order order) throws Unavailable {
        JsonNode value = value(content, order);
        if (value == null) {
            return Body.empty();
        }
        boolean asJson = type.isJson() || !value.isString();
        return asJson ? Body.of(Json.write(value)) : Body.of(value.stringValue());
    }

    private @Nullable JsonNode value(MediaTypeSpec content, Order order) throws Unavailable {
        String name = order.preferences().example();
        if (name != null) {
            JsonNode named = content.example(name)
                    .map(Example::value)
                    .orElseThrow(() -> new Unavailable(
                            ProblemBody.of(
                                    "unknown-example",
                                    "There is no such example",
                                    "The response " + order.spec().key() + " has no example '" + name + "' for "
                                            + content.mediaType() + "."),
                            404));
            return echo.apply(named, content.schema(), order.pathValues());
        }
        if (!content.examples().isEmpty() && !order.preferences().isDynamic()) {
            return echo.apply(content.examples().get(0).value(), content.schema(), order.pathValues());
        }
        Schema schema = content.schema();
        return schema == null ? null : echo.apply(sample(schema, order, content.node()), schema, order.pathValues());
    }

    private JsonNode sample(Schema schema, Order order, Node holder) throws Unavailable {
        try {
            return sampler.sample(schema, Direction.RESPONSE, order.seed());
        } catch (UnsatisfiableException e) {
            boolean isHeader = order.spec().headers().stream()
                    .anyMatch(header -> header.node().equals(holder));
            throw new Unavailable(
                    new ProblemBody(
                            "unsatisfiable-schema",
                            "No valid " + (isHeader ? "header" : "body") + " could be made",
                            "There is a contradiction, or more than can be tried: " + e.getMessage() + ".",
                            e.violations(),
                            new Remedy(holder, isHeader, e.nearest(), null)),
                    500);
        }
    }

    private Headers headers(Order order) throws Unavailable {
        Headers headers = Headers.none();
        for (Parameter header : order.spec().headers()) {
            JsonNode value = header.examples().isEmpty()
                    ? sampledHeader(header, order)
                    : header.examples().get(0).value();
            if (value != null) {
                headers = headers.and(header.name(), new ParameterEncoder(header).text(value));
            }
        }
        return headers;
    }

    private @Nullable JsonNode sampledHeader(Parameter header, Order order) throws Unavailable {
        Optional<Schema> schema = header.valueSchema();
        return schema.isEmpty() ? null : sample(schema.get(), order, header.node());
    }
}
