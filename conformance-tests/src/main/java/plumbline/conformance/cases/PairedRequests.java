package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** What is sent of the examples of one name. */
    private static final class Sent {
        private final Map<String, JsonNode> values = new LinkedHashMap<>();
        private @Nullable MediaTypeSpec type;
        private @Nullable Example body;
        private boolean isShown;
        private boolean isRuledOut;
    }

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
        Map<String, PairedResponse> pairs = new LinkedHashMap<>();
        examples(operation)
                .forEach(example ->
                        response(operation, example).ifPresent(pair -> pairs.putIfAbsent(example.name(), pair)));
        List<RightRequest> succeeding = new ArrayList<>();
        List<RightRequest> refused = new ArrayList<>();
        pairs.forEach((name, pair) -> request(operation, known, name, pair)
                .ifPresent(request -> (pair.isSuccess() ? succeeding : refused).add(request)));
        return Stream.concat(succeeding.stream(), refused.stream()).toList();
    }

    private static Stream<Example> examples(Operation operation) {
        Stream<Example> ofParameters =
                operation.parameters().stream().flatMap(parameter -> parameter.examples().stream());
        return operation.body() == null
                ? ofParameters
                : Stream.concat(
                        ofParameters, operation.body().content().stream().flatMap(type -> type.examples().stream()));
    }

    private Optional<RightRequest> request(
            Operation operation, Map<String, JsonNode> known, String name, PairedResponse pair) {
        Sent sent = sent(operation, known, name);
        if (!sent.isShown || pair.isSuccess() && sent.isRuledOut) {
            return Optional.empty();
        }
        Map<String, JsonNode> all = new LinkedHashMap<>(known);
        all.putAll(sent.values);
        return requests.request(operation, all).flatMap(right -> {
            Request request = sent.type == null || sent.body == null
                    ? right.request()
                    : requests.with(right.request(), sent.type, sent.body.value());
            // What nobody has shown may be named in vain.
            Expectation expectation = Success.isDocumented(operation, pair.status())
                    ? right.expectation()
                    : new Expectation.Exactly(pair.status());
            return isTold(request, pair)
                    ? Optional.of(new RightRequest(title(sent), request, expectation))
                    : Optional.empty();
        });
    }

    /** Whether nothing else that is shown is the same request. */
    private boolean isTold(Request request, PairedResponse pair) {
        return contract.match(request.method(), request.path()) instanceof Match.Found found
                && pairs.find(found.operation(), found.pathValues(), request)
                        .filter(pair::equals)
                        .isPresent();
    }

    private Sent sent(Operation operation, Map<String, JsonNode> known, String name) {
        Sent sent = new Sent();
        for (Parameter parameter : operation.parameters()) {
            for (Example example : named(parameter.examples(), name)) {
                boolean cannotBeSent = example.value().isNull() && parameter.content() == null;
                if (known.containsKey(parameter.name()) || cannotBeSent) {
                    return new Sent();
                }
                sent.values.put(parameter.name(), example.value());
                sent.isShown = true;
                sent.isRuledOut |= !judged.obeys(parameter, example.value());
            }
        }
        if (operation.body() != null) {
            for (MediaTypeSpec type : operation.body().content()) {
                for (Example example : named(type.examples(), name)) {
                    if (sent.body == null) {
                        sent.type = type;
                        sent.body = example;
                        sent.isShown = true;
                        sent.isRuledOut |= !judged.obeys(type, example.value());
                    }
                }
            }
        }
        return sent;
    }

    private static List<Example> named(List<Example> examples, String name) {
        return examples.stream().filter(example -> example.name().equals(name)).toList();
    }

    private static String title(Sent sent) {
        if (sent.body != null && sent.type != null) {
            return "body " + sent.type.mediaType().essence() + " " + sent.body.name();
        }
        return sent.values.entrySet().stream()
                .map(value -> value.getKey() + "=" + text(value.getValue()))
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }

    /** {@return a value as it stands in the name of a case} */
    static String text(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return PlainText.excerpt(text, LONGEST_NAME + 3);
    }
}
