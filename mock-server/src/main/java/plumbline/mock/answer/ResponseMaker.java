package plumbline.mock.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Direction;
import plumbline.contract.Example;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Parameter;
import plumbline.contract.ResponseSpec;
import plumbline.contract.Schema;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.Written;
import plumbline.contract.document.Node;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.sampling.BodySampler;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;

/** Makes a response of a documented kind: picks the media type, the body and the headers. */
final class ResponseMaker {

    private final Sampler sampler;
    private final PathEcho echo;
    private final WrittenExamples examples;

    ResponseMaker(Schemas schemas) {
        this.sampler = new Sampler(schemas);
        this.echo = new PathEcho(schemas);
        this.examples = new WrittenExamples(schemas, echo);
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
        Content content = negotiate(order, offers(order));
        Example example = example(content.spec(), order);
        Written written = example == null
                ? Bodies.write(
                        content,
                        echo.apply(sample(content, order), content.spec().schema(), order.pathValues()))
                : examples.written(content, example, order.pathValues());
        return new Response(order.status(), headers(order).and("Content-Type", written.contentType()), written.body());
    }

    /** {@return a response with this JSON body} */
    Response make(Order order, JsonNode body) throws Unavailable {
        List<Content> json = offers(order).stream()
                .filter(content -> content.type().isJson())
                .toList();
        String type = json.isEmpty()
                ? "application/json"
                : negotiate(order, json).type().toString();
        return new Response(order.status(), headers(order).and("Content-Type", type), Body.of(Json.write(body)));
    }

    private static List<Content> offers(Order order) {
        return order.spec().content().stream()
                .flatMap(spec -> Content.offers(spec, order.accept().ranges()).stream())
                .toList();
    }

    private static Content negotiate(Order order, List<Content> offered) throws Unavailable {
        List<MediaType> types = offered.stream().map(Content::type).toList();
        Optional<MediaType> best = order.accept().best(types);
        if (best.isEmpty()) {
            String list = String.join(
                    ", ",
                    order.spec().content().stream()
                            .map(spec -> spec.mediaType().toString())
                            .toList());
            throw new Unavailable(
                    ProblemBody.of(
                            "not-acceptable",
                            "None of the accepted media types is documented",
                            "Accept one of " + list + "."),
                    Refusal.NOT_ACCEPTABLE);
        }
        return offered.get(types.indexOf(best.get()));
    }

    /** The example that is wished, or else the first one; null where a sample is to be made. */
    private static @Nullable Example example(MediaTypeSpec content, Order order) throws Unavailable {
        String name = order.preferences().example();
        if (name != null) {
            return content.example(name)
                    .orElseThrow(() -> new Unavailable(
                            ProblemBody.of(
                                    "unknown-example",
                                    "There is no such example",
                                    "The response " + order.spec().key() + " has no example '" + name + "' for "
                                            + content.mediaType() + "."),
                            404));
        }
        return content.examples().isEmpty() || order.preferences().isDynamic()
                ? null
                : content.examples().get(0);
    }

    private JsonNode sample(Content content, Order order) throws Unavailable {
        try {
            return new BodySampler(sampler).sample(content, Direction.RESPONSE, order.seed());
        } catch (UnsatisfiableException e) {
            throw unsatisfiable(e, content.spec().node(), false);
        }
    }

    private static Unavailable unsatisfiable(UnsatisfiableException e, Node holder, boolean isHeader) {
        return new Unavailable(
                new ProblemBody(
                        "unsatisfiable-schema",
                        "No valid " + (isHeader ? "header" : "body") + " could be made",
                        "There is a contradiction, or more than can be tried: " + e.getMessage() + ".",
                        e.violations(),
                        new Remedy(holder, isHeader, e.nearest(), null)),
                500);
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
        try {
            return schema.isEmpty() ? null : sampler.sample(schema.get(), Direction.RESPONSE, order.seed());
        } catch (UnsatisfiableException e) {
            throw unsatisfiable(e, header.node(), true);
        }
    }
}
