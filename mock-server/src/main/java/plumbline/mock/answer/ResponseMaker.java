package plumbline.mock.answer;

import java.util.ArrayList;
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
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.BodySampler;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.header.HeaderMaker;
import plumbline.mock.answer.header.MadeHeaders;
import plumbline.mock.answer.header.Message;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.answer.problem.Reason;
import plumbline.mock.answer.problem.SuggestedExample;
import plumbline.mock.answer.problem.ViolationsHeader;
import plumbline.mock.because.Because;
import plumbline.mock.state.uploads.Upload;

/** Makes a response of a documented kind: picks the media type, the body and the headers. */
final class ResponseMaker {
    private final Schemas schemas;
    private final AnswerOptions options;
    private final Sampler sampler;
    private final HeaderMaker headers;
    private final PathEcho echo;
    private final WrittenExamples examples;

    ResponseMaker(Schemas schemas, AnswerOptions options) {
        this.schemas = schemas;
        this.options = options;
        this.sampler = new Sampler(schemas);
        this.headers = new HeaderMaker(schemas, sampler);
        this.echo = new PathEcho(schemas);
        this.examples = new WrittenExamples(schemas, echo);
    }

    /** {@return a response with a body from an example or a sample} */
    MadeResponse make(Order order) throws UnavailableException {
        return made(order, null);
    }

    /** {@return a response with a body from an example or a sample, which says why the request is refused} */
    MadeResponse refuse(Order order, Reason reason) throws UnavailableException {
        return made(order, reason);
    }

    private MadeResponse made(Order order, @Nullable Reason reason) throws UnavailableException {
        if (isBodiless(order.spec(), order.status())) {
            return new MadeResponse(
                    new Because("documented without a body").on(withHeaders(order, null, Body.empty(), List.of())),
                    MadeResponse.Source.NONE);
        }
        Content content = negotiate(order, offers(order));
        Example example = example(content.spec(), order);
        if (example == null) {
            return sampled(order, content, reason);
        }
        boolean isAsItStands = reason == null || order.preferences().example() != null;
        Written body = isAsItStands
                ? examples.written(content, example, order.pathValues())
                : Bodies.write(content, told(examples.value(content, example, order.pathValues()), content, reason));
        return new MadeResponse(
                Because.example(example.name(), order.spec().key())
                        .on(withHeaders(order, body.contentType(), body.body(), List.of())),
                MadeResponse.Source.EXAMPLE);
    }

    private MadeResponse sampled(Order order, Content content, @Nullable Reason reason) throws UnavailableException {
        @Nullable Schema schema = content.spec().schema();
        List<Violation> violations = List.of();
        JsonNode sample;
        try {
            sample = new BodySampler(sampler).sample(content, Direction.RESPONSE, order.seed());
        } catch (UnsatisfiableException e) {
            if (options.isStrict() || e.isUndecided()) {
                throw unsatisfiable(e, content.spec().node(), false);
            }
            sample = e.nearest();
            violations = e.violations();
        }
        JsonNode named = echo.apply(sample, schema, order.pathValues());
        Written body = Bodies.write(
                content, reason == null ? named : reason.inSample(named, value -> isValid(content, value)));
        Node source = schema == null ? content.spec().node() : schema.node().resolved();
        return new MadeResponse(
                Because.sample(source).on(withHeaders(order, body.contentType(), body.body(), violations)),
                MadeResponse.Source.SAMPLE);
    }

    private JsonNode told(JsonNode body, Content content, @Nullable Reason reason) {
        return reason == null ? body : reason.in(body, value -> isValid(content, value));
    }

    private boolean isValid(Content content, JsonNode value) {
        @Nullable Schema schema = content.spec().schema();
        return schema == null || schemas.isValid(schema, Direction.RESPONSE, value);
    }

    /**
     * {@return a response with this body}
     *
     * @param body JSON text in UTF-8
     */
    Response make(Order order, Body body) throws UnavailableException {
        List<Content> trees = trees(order);
        String type = trees.isEmpty()
                ? "application/json"
                : negotiate(order, trees).type().toString();
        return withHeaders(order, type, body, List.of());
    }

    /** {@return a response with these octets} */
    Response make(Order order, Upload upload) throws UnavailableException {
        return withHeaders(order, upload.type().toString(), upload.body(), List.of());
    }

    /** {@return whether a response with this status has no body} */
    static boolean isBodiless(ResponseSpec spec, int status) {
        return spec.content().isEmpty() || Response.isBodiless(status);
    }

    /** {@return the documented media type, of those that trees can be written in, that the client likes best} */
    Optional<MediaTypeSpec> tree(Order order) {
        List<Content> trees = trees(order);
        List<MediaType> types = trees.stream().map(Content::type).toList();
        return order.accept()
                .best(types)
                .map(best -> trees.get(types.indexOf(best)).spec());
    }

    private static List<Content> trees(Order order) {
        List<Content> trees = offers(order);
        trees.removeIf(content -> !content.type().isJson());
        return trees;
    }

    /** {@return what the body can be written in, as a list of the caller's own} */
    private static List<Content> offers(Order order) {
        List<Content> offers = new ArrayList<>(2);
        for (MediaTypeSpec spec : order.spec().content()) {
            offers.addAll(Content.offers(spec, order.accept().ranges()));
        }
        return offers;
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
    private @Nullable Example example(MediaTypeSpec content, Order order) throws UnavailableException {
        String name = order.preferences().example();
        if (name != null) {
            return content.example(name).orElseThrow(() -> unknownExample(name, content, order));
        }
        return content.examples().isEmpty() || order.preferences().isDynamic(options.isDynamic())
                ? null
                : content.examples().get(0);
    }

    private static UnavailableException unknownExample(String name, MediaTypeSpec content, Order order) {
        List<String> names = content.examples().stream()
                .map(Example::name)
                .filter(known -> !known.isEmpty())
                .toList();
        return new UnavailableException(
                ProblemBody.of(
                        "unknown-example",
                        "There is no such example",
                        "The response " + order.spec().key() + " has no example '" + name + "' for "
                                + content.mediaType() + "; "
                                + (names.isEmpty()
                                        ? "it has none with a name."
                                        : "it has " + String.join(", ", names) + ".")),
                404);
    }

    private static UnavailableException unsatisfiable(UnsatisfiableException e, Node holder, boolean isHeader) {
        return new UnavailableException(
                new ProblemBody(
                        "unsatisfiable-schema",
                        "No valid " + (isHeader ? "header" : "body") + " could be made",
                        "There is a contradiction, or more than can be tried: " + e.messageWithoutFolders() + ".",
                        e.violations(),
                        new SuggestedExample(holder, isHeader, e.nearest(), null)),
                500);
    }

    /** The response with its documented headers, and with the violations that could not be avoided told in one more. */
    private Response withHeaders(Order order, @Nullable String contentType, Body body, List<Violation> violations)
            throws UnavailableException {
        MadeHeaders made = headers.make(order.spec(), new Message(order.status(), body, order.request(), order.seed()));
        List<Violation> all = new ArrayList<>(violations);
        for (MadeHeaders.Impossible impossible : made.impossible()) {
            Parameter header = impossible.header();
            if (header.required() && options.isStrict()) {
                throw unsatisfiable(impossible.cause(), header.node(), true);
            }
            if (header.required()) {
                impossible.cause().violations().forEach(violation -> all.add(violation.in(header.name())));
            }
        }
        Headers fields = contentType == null ? made.headers() : made.headers().and("Content-Type", contentType);
        return ViolationsHeader.on(new Response(order.status(), fields, body), all);
    }
}
