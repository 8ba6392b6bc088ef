package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.pairing.ExamplePairs;
import plumbline.contract.pairing.PairedResponse;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.text.PlainText;

/**
 * The requests that a document shows together with what answers them: the examples of one name are sent at once. What shall
 * succeed must be allowed; whoever shows what is refused may show what breaks the contract.
 *
 * @param requests makes requests
 * @param judged tells what examples are allowed
 * @param contract finds the operations of requests
 * @param pairs tells what answers them
 */
record PairedRequests(RightRequests requests, JudgedExamples judged, Contract contract, ExamplePairs pairs) {
    private static final int LONGEST_NAME = 60;

    /** An example of a body, and the media type that has it. */
    private record BodyExample(MediaTypeSpec type, Example example) {}

    /** {@return what the answer to an example of a request is, if the document tells} */
    static Optional<PairedResponse> response(Operation operation, Example example) {
        return PairedResponse.of(operation, example)
                .filter(pair -> pair.response().isExact());
    }

    /**
     * {@return the requests, those that succeed first}
     *
     * @param known the values in the path that are not to be taken from examples
     */
    List<RightRequest> of(Operation operation, Map<String, JsonNode> known) {
        Map<String, PairedResponse> responses = new LinkedHashMap<>();
        operation.requestExamples().stream()
                .flatMap(List::stream)
                .forEach(example ->
                        response(operation, example).ifPresent(pair -> responses.putIfAbsent(example.name(), pair)));
        List<RightRequest> succeeding = new ArrayList<>();
        List<RightRequest> refused = new ArrayList<>();
        responses.forEach((name, pair) ->
                (pair.isSuccess() ? succeeding : refused).addAll(requests(operation, known, name, pair)));
        return Stream.concat(succeeding.stream(), refused.stream()).toList();
    }

    /** One for each body that is shown; none where the examples cannot be sent together. */
    private List<RightRequest> requests(
            Operation operation, Map<String, JsonNode> known, String name, PairedResponse pair) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            for (Example example : named(parameter.examples(), name)) {
                boolean cannotBeSent = example.value().isNull() && parameter.content() == null;
                boolean isRuledOut = pair.isSuccess() && !judged.obeys(parameter, example.value());
                if (known.containsKey(parameter.name()) || cannotBeSent || isRuledOut) {
                    return List.of();
                }
                values.put(parameter.name(), example.value());
            }
        }
        List<BodyExample> bodies = bodies(operation, name);
        String shown = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + text(value.getValue()))
                .collect(Collectors.joining(" "));
        Map<String, JsonNode> all = new LinkedHashMap<>(known);
        all.putAll(values);
        Optional<RightRequest> right = values.isEmpty() && bodies.isEmpty()
                ? Optional.empty()
                : requests.request(operation, all).map(request -> expecting(operation, pair, request.named(shown)));
        return right.stream()
                .flatMap(request -> bodies.isEmpty()
                        ? Stream.of(request)
                        : bodies.stream()
                                .filter(body -> !pair.isSuccess()
                                        || judged.obeys(
                                                body.type(), body.example().value()))
                                .map(body -> with(request, body)))
                .filter(request -> isTold(request.request(), pair))
                .toList();
    }

    /** What nobody has shown may be named in vain. */
    private static RightRequest expecting(Operation operation, PairedResponse pair, RightRequest right) {
        return Success.isDocumented(operation, pair.status())
                ? right
                : right.expecting(new Expectation.Exactly(pair.status()));
    }

    private static List<BodyExample> bodies(Operation operation, String name) {
        return operation.body() == null
                ? List.of()
                : operation.body().content().stream()
                        .flatMap(type ->
                                named(type.examples(), name).stream().map(example -> new BodyExample(type, example)))
                        .toList();
    }

    private RightRequest with(RightRequest right, BodyExample body) {
        return new RightRequest(
                "body " + body.type().mediaType().essence() + " "
                        + body.example().name(),
                requests.with(right.request(), body.type(), body.example().value()),
                right.expectation());
    }

    /** Whether nothing else that is shown is the same request. */
    private boolean isTold(Request request, PairedResponse pair) {
        return contract.match(request.method(), request.path()) instanceof Match.Found found
                && pairs.find(found.operation(), found.pathValues(), request)
                        .filter(pair::equals)
                        .isPresent();
    }

    private static List<Example> named(List<Example> examples, String name) {
        return examples.stream().filter(example -> example.name().equals(name)).toList();
    }

    /** {@return a value as it stands in the name of a case} */
    static String text(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return PlainText.excerpt(text, LONGEST_NAME + 3);
    }
}
