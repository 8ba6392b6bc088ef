package plumbline.mock.answer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.Written;
import plumbline.contract.document.Node;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.sampling.BodySampler;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.answer.problem.SuggestedExample;

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

    /** {@return a response with a body from an example or a sample} */
    MadeResponse make(Order order) throws UnavailableException {
        if (order.spec().content().isEmpty() || order.isBodiless()) {
            return new MadeResponse(
                    new Response(order.status(), headers(order), Body.empty()), MadeResponse.Source.NONE);
        }
        Content content = negotiate(order, offers(order));
        Example example = example(content.spec(), order);
        return example == null
                ? made(order, written(content, order), MadeResponse.Source.SAMPLE)
                : made(order, examples.written(content, example, order.pathValues()), MadeResponse.Source.EXAMPLE);
    }

    private MadeResponse made(Order order, Written body, MadeResponse.Source source) throws UnavailableException {
        Headers headers = headers(order).and("Content-Type", body.contentType());
        return new MadeResponse(new Response(order.status(), headers, body.body()), source);
    }

    private Written written(Content content, Order order) throws UnavailableException {
        JsonNode sample = sample(content, order);
        return Bodies.write(content, echo.apply(sample, content.spec().schema(), order.pathValues()));
    }

    /** {@return a response with this JSON body} */
    Response make(Order order, JsonNode body) throws UnavailableException {
        List<Content> json = offers(order).stream()
                .filter(content -> content.type().isJson())
                .toList();
        String type = json.isEmpty()
                ? "application/json"
                : negotiate(order, json).type().toString();
        return new Response(order.status(), headers(order).and("Content-Type", type), Body.of(Json.write(body)));
    }

    /** {@return whether the client accepts a response, and it is such as trees can be written in} */
    boolean isAcceptable(Order order) {
        List<MediaType> json = offers(order).stream()
                .map(Content::type)
                .filter(MediaType::isJson)
                .toList();
        return order.spec().content().isEmpty()
                || order.isBodiless()
                || order.accept().best(json).isPresent();
    }

    private static List<Content> offers(Order order) {
        return order.spec().content().stream()
                .flatMap(spec -> Content.offers(spec, order.accept().ranges()).stream())
                .toList();
    }

    private static Content negotiate(Order order, List<Content> offered) throws UnavailableException {
        List<MediaType> types = offered.stream().map(Content::type).toList();
        Optional<MediaType> best = order.accept().best(types);
        if (best.isEmpty()) {
            String list = String.join(
                    ", ",
                    order.spec().content().stream()
                            .map(spec -> spec.mediaType().toString())
                            .toList());
            throw new UnavailableException(
                    ProblemBody.of(
                            "not-acceptable",
                            "None of the accepted media types is documented",
                            "Accept one of " + list + "."),
                    Refusal.NOT_ACCEPTABLE);
        }
        return offered.get(types.indexOf(best.get()));
    }

    /** The example that is wished, or else the first one; null where a sample is to be made. */
    private static @Nullable Example example(MediaTypeSpec content, Order order) throws UnavailableException {
        String name = order.preferences().example();
        if (name != null) {
            return content.example(name)
                    .orElseThrow(() -> new UnavailableException(
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

    private JsonNode sample(Content content, Order order) throws UnavailableException {
        try {
            return new BodySampler(sampler).sample(content, Direction.RESPONSE, order.seed());
        } catch (UnsatisfiableException e) {
            throw unsatisfiable(e, content.spec().node(), false);
        }
    }

    private static UnavailableException unsatisfiable(UnsatisfiableException e, Node holder, boolean isHeader) {
        return new UnavailableException(
                new ProblemBody(
                        "unsatisfiable-schema",
                        "No valid " + (isHeader ? "header" : "body") + " could be made",
                        "There is a contradiction, or more than can be tried: " + e.getMessage() + ".",
                        e.violations(),
                        new SuggestedExample(holder, isHeader, e.nearest(), null)),
                500);
    }

    private Headers headers(Order order) throws UnavailableException {
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

    private @Nullable JsonNode sampledHeader(Parameter header, Order order) throws UnavailableException {
        Optional<Schema> schema = header.valueSchema();
        try {
            return schema.isEmpty() ? null : sampler.sample(schema.get(), Direction.RESPONSE, order.seed());
        } catch (UnsatisfiableException e) {
            throw unsatisfiable(e, header.node(), true);
        }
    }
}
