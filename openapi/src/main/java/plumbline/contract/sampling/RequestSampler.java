package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.Example;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Operation;
import plumbline.contract.Parameter;
import plumbline.contract.RequestBodySpec;
import plumbline.contract.Schema;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.validation.Direction;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes valid requests for operations, without credentials. Thread-safe. */
public final class RequestSampler {
    private final Schemas schemas;
    private final Sampler sampler;

    public RequestSampler(Schemas schemas) {
        this.schemas = schemas;
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
            if (!parameter.required() && !values.containsKey(parameter.name())) {
                continue;
            }
            JsonNode value = value(parameter, values, seed);
            ParameterEncoder encoder = new ParameterEncoder(parameter);
            switch (parameter.in()) {
                case PATH -> path.put(parameter.name(), encoder.text(value));
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
                ParameterEncoder.query(query),
                headers,
                Body.empty());
        RequestBodySpec body = operation.body();
        return body == null || !body.required() ? request : withBody(request, body, seed);
    }

    private JsonNode value(Parameter parameter, Map<String, JsonNode> values, long seed) throws UnsatisfiableException {
        JsonNode given = values.get(parameter.name());
        if (given != null) {
            return given;
        }
        Optional<Schema> schema = parameter.valueSchema();
        Optional<JsonNode> example = validExample(parameter.examples(), schema);
        if (example.isPresent()) {
            return example.get();
        }
        return schema.isEmpty()
                ? JsonNodeFactory.instance.stringNode("any")
                : sampler.sample(schema.get(), Direction.REQUEST, seed);
    }

    /** Documents hold examples that break their own schemas; a request made of one would not be valid. */
    private Optional<JsonNode> validExample(List<Example> examples, Optional<Schema> schema) {
        return examples.stream()
                .map(Example::value)
                .filter(value -> schema.isEmpty() || schemas.isValid(schema.get(), Direction.REQUEST, value))
                .findFirst();
    }

    private Request withBody(Request request, RequestBodySpec body, long seed) throws UnsatisfiableException {
        Optional<MediaTypeSpec> json = body.content().stream()
                .filter(spec -> spec.mediaType().isJson() || spec.mediaType().isRange())
                .findFirst();
        if (json.isEmpty()) {
            return request;
        }
        MediaTypeSpec spec = json.get();
        Optional<JsonNode> example = validExample(spec.examples(), Optional.ofNullable(spec.schema()));
        JsonNode value = example.orElseGet(JsonNodeFactory.instance::objectNode);
        if (example.isEmpty() && spec.schema() != null) {
            value = sampler.sample(spec.schema(), Direction.REQUEST, seed);
        }
        String type = spec.mediaType().isRange()
                ? "application/json"
                : spec.mediaType().essence();
        return request.withHeader("Content-Type", type).withBody(Body.of(Json.write(value)));
    }
}
