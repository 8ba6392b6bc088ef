package plumbline.conformance.cases.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.pairing.PairedResponse;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.fixtures.Fixture;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Right requests for operations. They name what is known to exist: first what the user gave, then fixtures, then the
 * examples of parameters; else a sample, or what an example of the answer shows, of which nobody knows whether it exists.
 */
public final class RightRequests {
    private static final int SUCCESS = 200;

    private final TestData data;
    private final RequestSampler sampler;
    private final AnswerExamples answers;

    public RightRequests(TestData data) {
        this.data = data;
        this.sampler = new RequestSampler(data.schemas(), data.contract().operations());
        this.answers = new AnswerExamples(data.schemas());
    }

    /** {@return the request that is most likely to succeed; nothing if no valid request could be made} */
    public Optional<RightRequest> best(Operation operation) {
        List<RightRequest> all = all(operation);
        return all.stream()
                .filter(right -> right.succeeds(operation))
                .min(Comparator.comparing(RightRequest::isRedirected))
                .or(() -> all.stream().findFirst());
    }

    /** {@return requests that differ in what they name} */
    public List<RightRequest> all(Operation operation) {
        List<RightRequest> found = new ArrayList<>();
        if (operation.parameters().stream()
                        .anyMatch(parameter -> data.values(operation).containsKey(parameter.name()))
                || data.own().body(operation).isPresent()) {
            request(operation, Map.of()).map(given -> given.named("given")).ifPresent(found::add);
        }
        for (Fixture fixture : data.fixtures().all()) {
            if (fixture.operation().equals(operation)) {
                fixture(fixture).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            request(operation, Map.of())
                    .map(sample -> sample.succeeds(operation)
                            ? sample.named("example")
                            : shown(operation).orElse(sample).named("sample"))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** About what an example of the answer shows, of which nobody knows whether it exists. */
    private Optional<RightRequest> shown(Operation operation) {
        Map<String, JsonNode> values = shownPathValues(operation);
        return values.isEmpty()
                ? Optional.empty()
                : sample(operation, values, 0)
                        .map(request -> new RightRequest("", request, new Expectation.Documented()));
    }

    private Map<String, JsonNode> shownPathValues(Operation operation) {
        Map<String, JsonNode> values = new LinkedHashMap<>(answers.pathValues(operation));
        if (!values.isEmpty()) {
            values.putAll(data.values(operation));
        }
        return values;
    }

    /** {@return path values that stand for something known to exist; none if nothing is, or the examples say so anyway} */
    public Map<String, JsonNode> knownPathValues(Operation operation) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        data.fixtures().all().stream()
                .filter(fixture ->
                        fixture.operation().equals(operation) && Success.isDocumented(operation, fixture.status()))
                .min(Comparator.comparing(fixture -> Success.isRedirect(fixture.status())))
                .ifPresent(fixture -> known.putAll(asJson(fixture.pathValues())));
        known.putAll(data.values(operation));
        known.keySet().retainAll(operation.template().names());
        return known;
    }

    private static Map<String, JsonNode> asJson(Map<String, String> texts) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, JsonNodeFactory.instance.stringNode(text)));
        return values;
    }

    /** {@return the request with these values in place of those it would have} */
    public Optional<RightRequest> request(Operation operation, Map<String, JsonNode> values) {
        Map<String, JsonNode> all = new LinkedHashMap<>(data.values(operation));
        all.putAll(values);
        Expectation expectation = isKnown(operation, all) ? new Expectation.Success() : new Expectation.Documented();
        return sample(operation, all, 0).map(request -> new RightRequest("", request, expectation));
    }

    /** {@return a request that has this value, right or wrong, of a parameter, and known ones elsewhere} */
    public Optional<Request> with(Operation operation, Parameter parameter, JsonNode value) {
        Map<String, JsonNode> values = new LinkedHashMap<>(answers.pathValues(operation));
        values.putAll(knownPathValues(operation));
        values.put(parameter.name(), value);
        return request(operation, values).map(RightRequest::request);
    }

    /** {@return a valid request with these values, if one can be made} */
    public Optional<Request> sample(Operation operation, Map<String, JsonNode> values, long seed) {
        try {
            return Optional.of(withGivenBody(operation, sampler.sample(operation, operation.basePath(), values, seed)));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    private Request withGivenBody(Operation operation, Request request) {
        Optional<JsonNode> given = data.own().body(operation);
        RequestBodySpec body = operation.body();
        if (given.isEmpty() || body == null) {
            return request;
        }
        return sampler.withBody(request, body, given.get());
    }

    /** {@return the request with this value as its body, in a documented media type} */
    public Request with(Request request, MediaTypeSpec spec, JsonNode value) {
        return sampler.withBody(request, spec, value);
    }

    /** {@return a valid value of a parameter, if one can be made} */
    public Optional<JsonNode> sample(Schema schema, long seed) {
        try {
            return Optional.of(new Sampler(data.schemas()).sample(schema, Direction.REQUEST, seed));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    /** {@return a valid value of a parameter that no example names, if one can be made} */
    public Optional<JsonNode> unlikeExamples(Schema schema, long seed) {
        try {
            return Optional.of(new Sampler(data.schemas()).withoutExamples().sample(schema, Direction.REQUEST, seed));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    /** {@return the first of these values that is valid} */
    public Optional<JsonNode> validExample(Schema schema, List<JsonNode> values) {
        return values.stream()
                .filter(value -> data.schemas().isValid(schema, Direction.REQUEST, value))
                .findFirst();
    }

    private Optional<RightRequest> fixture(Fixture fixture) {
        Map<String, JsonNode> values = new LinkedHashMap<>(data.values(fixture.operation()));
        values.putAll(asJson(fixture.pathValues()));
        Expectation expectation =
                fixture.status() == SUCCESS ? new Expectation.Success() : new Expectation.Exactly(fixture.status());
        String name = "fixture " + fixture.file();
        return sample(fixture.operation(), values, 0).map(request -> new RightRequest(name, request, expectation));
    }

    /** Values in the path must name what exists; other values need only be allowed, if an example says so. */
    private boolean isKnown(Operation operation, Map<String, JsonNode> values) {
        RequestBodySpec body = operation.body();
        boolean bodyKnown = body == null
                || data.own().body(operation).isPresent()
                || !body.required()
                || body.content().stream()
                        .anyMatch(type -> !PairedResponse.allowed(operation, type.examples())
                                .isEmpty());
        return bodyKnown
                && operation.parameters().stream()
                        .allMatch(parameter -> !parameter.required()
                                || values.containsKey(parameter.name())
                                || hasExample(operation, parameter));
    }

    private static boolean hasExample(Operation operation, Parameter parameter) {
        return !PairedResponse.allowed(operation, parameter.examples()).isEmpty()
                || !DocumentedValues.of(parameter).isEmpty();
    }
}
