package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.Written;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.pairing.PairedResponse;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.SharedPlaces;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Makes valid requests for operations, without credentials. Thread-safe. */
public final class RequestSampler {
    private static final int MOST_OTHERS = 16;

    private final Schemas schemas;
    private final SharedPlaces places;
    private final Sampler sampler;
    private final RequestValidator bodies;

    /** Makes a sampler that knows of each operation alone. */
    public RequestSampler(Schemas schemas) {
        this(schemas, List.of());
    }

    /**
     * Makes a sampler that names in a path what suits all operations below it, if anything does.
     *
     * @param operations those that share paths
     */
    public RequestSampler(Schemas schemas, List<Operation> operations) {
        this.schemas = schemas;
        this.places = new SharedPlaces(operations);
        this.bodies = new RequestValidator(schemas);
        this.sampler = new Sampler(schemas);
    }

    /**
     * {@return a request with all required parameters, those given, and a body if one is required}
     *
     * @param basePath the base path to put before the path
     * @param values values by parameter name, which win over examples and samples
     * @param seed which of the valid requests
     * @throws UnsatisfiableException if no valid value could be made for a part of it
     */
    public Request sample(Operation operation, String basePath, Map<String, JsonNode> values, long seed)
            throws UnsatisfiableException {
        Map<String, String> path = new LinkedHashMap<>();
        Map<Parameter, JsonNode> query = new LinkedHashMap<>();
        Headers headers = Headers.none();
        List<String> cookies = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean isLeftOut = !parameter.required() && !values.containsKey(parameter.name());
            if (isLeftOut || isFixed(parameter, operation)) {
                continue;
            }
            JsonNode given = values.get(parameter.name());
            JsonNode value = given == null ? value(operation, parameter, seed) : given;
            ParameterEncoder encoder = new ParameterEncoder(parameter);
            switch (parameter.in()) {
                case PATH -> path.put(parameter.name(), inPath(parameter, value, seed));
                case QUERY, QUERYSTRING -> query.put(parameter, value);
                case HEADER -> headers = headers.and(parameter.name(), encoder.text(value));
                case COOKIE -> cookies.addAll(encoder.queryParts(value));
            }
        }
        if (!cookies.isEmpty()) {
            headers = headers.and("Cookie", String.join("; ", cookies));
        }
        Request request = new Request(
                operation.method(),
                basePath + operation.template().expand(path),
                joined(operation.template().query(path), ParameterEncoder.query(query)),
                headers,
                Body.empty());
        RequestBodySpec body = operation.body();
        return body == null || !body.required() ? request : withBody(request, operation, body, seed);
    }

    private static boolean isFixed(Parameter parameter, Operation operation) {
        return parameter.in() == Parameter.In.QUERY && operation.template().fixes(parameter.name());
    }

    private static String joined(String fixed, String query) {
        return fixed.isEmpty() || query.isEmpty() ? fixed + query : fixed + "&" + query;
    }

    /** A segment without a text is no value, which is why schemas of path parameters need not rule it out. */
    private String inPath(Parameter parameter, JsonNode value, long seed) throws UnsatisfiableException {
        ParameterEncoder encoder = new ParameterEncoder(parameter);
        String text = encoder.text(value);
        @Nullable Schema schema = parameter.valueSchema().orElse(null);
        for (int other = 1; text.isEmpty() && schema != null && other <= MOST_OTHERS; other++) {
            // What only answers may have is all that is known of some values.
            Direction direction = other % 2 == 0 ? Direction.RESPONSE : Direction.REQUEST;
            text = encoder.text(sampler.withoutExamples().sample(schema, direction, seed + other));
        }
        return text;
    }

    private JsonNode value(Operation operation, Parameter parameter, long seed) throws UnsatisfiableException {
        return value(
                parameter,
                PairedResponse.allowed(operation, parameter.examples()),
                places.schemas(operation, parameter),
                seed);
    }

    private JsonNode value(Parameter parameter, List<Example> examples, List<Schema> shared, long seed)
            throws UnsatisfiableException {
        Optional<Schema> schema = parameter.valueSchema();
        Optional<JsonNode> example = validExample(examples, schema);
        if (example.isPresent()) {
            return example.get();
        }
        if (schema.isEmpty()) {
            return JsonNodeFactory.instance.stringNode("any");
        }
        JsonNode own = sampler.sample(schema.get(), Direction.REQUEST, seed);
        return suits(shared, own) ? own : shared(shared, seed).orElse(own);
    }

    /** A value that all these schemas take; nothing if none of theirs is one. */
    private Optional<JsonNode> shared(List<Schema> schemas, long seed) throws UnsatisfiableException {
        for (Schema schema : schemas) {
            JsonNode value = sampler.sample(schema, Direction.REQUEST, seed);
            if (suits(schemas, value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private boolean suits(List<Schema> all, JsonNode value) {
        return all.stream()
                .allMatch(schema -> TextValues.candidates(value.asString(""), SchemaShape.of(schema)).stream()
                        .anyMatch(form -> schemas.isValid(schema, Direction.REQUEST, form)));
    }

    /** Documents hold examples that break their own schemas; a request made of one would not be valid. */
    private Optional<JsonNode> validExample(List<Example> examples, Optional<Schema> schema) {
        return examples.stream()
                .map(Example::value)
                .filter(value -> schema.isEmpty() || schemas.isValid(schema.get(), Direction.REQUEST, value))
                .findFirst();
    }

    private Request withBody(Request request, Operation operation, RequestBodySpec body, long seed)
            throws UnsatisfiableException {
        List<Content> offers = offers(body);
        if (offers.isEmpty()) {
            return with(request, new Written("application/octet-stream", Body.of("any")));
        }
        Content content = preferred(offers);
        Optional<JsonNode> example = validExample(
                PairedResponse.allowed(operation, content.spec().examples()),
                Optional.ofNullable(content.spec().schema()));
        JsonNode value =
                example.isPresent() ? example.get() : new BodySampler(sampler).sample(content, Direction.REQUEST, seed);
        Written written = written(content, value, seed);
        for (int way = 0; example.isEmpty() && way < MOST_OTHERS && !isRead(content, written); way++) {
            value = new BodySampler(sampler.sparing(way)).sample(content, Direction.REQUEST, seed);
            written = written(content, value, seed);
        }
        return with(request, written);
    }

    /** {@return the request with a value as its body, as JSON if that is documented} */
    public Request withBody(Request request, RequestBodySpec body, JsonNode value) {
        List<Content> offers = offers(body);
        return offers.isEmpty() ? request : withBody(request, preferred(offers).spec(), value);
    }

    /** {@return the request with a value as its body in a documented media type} */
    public Request withBody(Request request, MediaTypeSpec spec, JsonNode value) {
        return with(request, written(Content.offers(spec, List.of()).get(0), value, 0));
    }

    private static List<Content> offers(RequestBodySpec body) {
        return body.content().stream()
                .map(spec -> Content.offers(spec, List.of()).get(0))
                .toList();
    }

    private static Content preferred(List<Content> offers) {
        return offers.stream()
                .filter(offer -> offer.type().isJson())
                .min(Comparator.comparing(offer -> offer.type().isJsonPatch()))
                .orElse(offers.get(0));
    }

    private Written written(Content content, JsonNode value, long seed) {
        return Bodies.write(content.withPartHeaders(header -> partHeader(header, seed)), value);
    }

    private static Request with(Request request, Written written) {
        return request.withHeader("Content-Type", written.contentType()).withBody(written.body());
    }

    /** Not every value can be told in every form: an empty list leaves no trace in most of them. */
    private boolean isRead(Content content, Written written) {
        return content.type().isJson()
                || !written.body().isEmpty()
                        && bodies.validate(content.spec(), written.contentType(), written.body())
                                .isEmpty();
    }

    private Optional<JsonNode> partHeader(Parameter header, long seed) {
        try {
            return header.required() || !header.examples().isEmpty()
                    ? Optional.of(value(header, header.examples(), List.of(), seed))
                    : Optional.empty();
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }
}
