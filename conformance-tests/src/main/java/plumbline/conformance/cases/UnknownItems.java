package plumbline.conformance.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource.Cases;
import plumbline.conformance.Expectation;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.DocumentedValues;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.resources.Resources;
import plumbline.contract.validation.RequestValidator;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Requests for items that should not exist, for operations whose path ends in a parameter. Success says something only where
 * something else is known to exist: a server that makes up an answer for any name may be a mock without data.
 */
final class UnknownItems {
    private static final String LIKE_A_UUID = "0b5e11e7-0000-4000-8000-706c756d6220";
    private static final String PLAIN = "plumbline-unknown";
    /** Numbers that few servers have got to. */
    private static final List<Integer> NUMBERS = List.of(1_987_654_321, 987_654, 9_876);

    private static final int SAMPLES = 20;
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE");

    private final RightRequests requests;
    private final TestData data;
    private final RequestValidator validator;
    private final Resources resources;

    UnknownItems(RightRequests requests, TestData data) {
        this.requests = requests;
        this.data = data;
        this.validator = new RequestValidator(data.schemas());
        this.resources = data.resources();
    }

    Cases cases(Operation operation) {
        List<String> names = operation.template().names();
        String name = names.isEmpty() ? "" : names.get(names.size() - 1);
        boolean isAtEnd = operation.template().stem().endsWith("{" + name + "}");
        if (names.isEmpty() || !isAtEnd || isListed(operation, name)) {
            return new Cases(List.of(), List.of());
        }
        return request(operation, name)
                .map(request -> new Cases(List.of(asking(operation, name, request)), List.of()))
                .orElseGet(() -> new Cases(
                        List.of(),
                        List.of(new Omission(
                                operation.id(),
                                Phase.PROTOCOL,
                                "an unknown item",
                                "no other valid value of '" + name + "' could be made"))));
    }

    /** {@return the case that changes an item that should not exist, where an answer to that is documented} */
    Optional<Case> changing(Operation operation) {
        List<String> names = operation.template().names();
        boolean canMiss = saysWhatIsMissing(operation);
        return !CHANGING.contains(operation.method()) || names.isEmpty() || !canMiss
                ? Optional.empty()
                : request(operation)
                        .map(request -> Case.of(
                                operation,
                                Phase.PROTOCOL,
                                "unknown " + names.get(names.size() - 1),
                                request,
                                new Expectation.Documented()));
    }

    /** {@return a request about an item that should not exist, or about what would be in it; nothing if no path names one} */
    Optional<Request> request(Operation operation) {
        List<String> names = operation.template().names();
        return names.isEmpty() ? Optional.empty() : request(operation, names.get(names.size() - 1));
    }

    /** Nobody knows which of the values that the contract lists should not exist. */
    private static boolean isListed(Operation operation, String name) {
        return operation.parameters(Parameter.In.PATH).stream()
                .anyMatch(parameter -> parameter.name().equals(name)
                        && !DocumentedValues.of(parameter).isEmpty());
    }

    private Case asking(Operation operation, String name, Request request) {
        boolean isUnlike =
                data.values(operation).containsKey(name) || data.fixtures().hasItems(operation);
        Case unknown =
                Case.of(operation, Phase.PROTOCOL, "unknown " + name, request, new Expectation.NotFound(isUnlike));
        return isUnlike || !data.isHeld() || !canMiss(operation, name)
                ? unknown
                : requests.best(operation)
                        .map(right -> unknown.comparedWith(right.request()))
                        .orElse(unknown);
    }

    /** Where nothing is documented for what is missing, there may be something of any name, as if it were computed. */
    private boolean canMiss(Operation operation, String name) {
        return saysWhatIsMissing(operation)
                && resources.bindings(operation).stream()
                        // What nobody learns the name of may be worked out from any.
                        .anyMatch(binding -> binding.parameter().equals(name)
                                && binding.resource().tellsNames());
    }

    /** Whether an answer is documented for what is missing, apart from that for what is there, which may be the default, too. */
    private static boolean saysWhatIsMissing(Operation operation) {
        return Stream.of(404, 410)
                .flatMap(status -> operation.response(status).stream())
                .anyMatch(missing ->
                        operation.response(200).filter(missing::equals).isEmpty());
    }

    private Optional<Request> request(Operation operation, String name) {
        Map<String, JsonNode> known = requests.knownPathValues(operation);
        List<String> taken = requests.all(operation).stream()
                .map(right -> right.request().path())
                .toList();
        Stream<JsonNode> made = Stream.concat(
                Stream.of(LIKE_A_UUID, PLAIN).map(JsonNodeFactory.instance::stringNode),
                NUMBERS.stream().map(JsonNodeFactory.instance::numberNode));
        return Stream.concat(made, sampled(operation, name))
                .flatMap(value -> requests.sample(operation, with(known, name, value), 0).stream())
                .filter(request -> !taken.contains(request.path()) && isValid(request))
                .findFirst();
    }

    private Stream<JsonNode> sampled(Operation operation, String name) {
        return operation.parameters(Parameter.In.PATH).stream()
                .filter(parameter -> parameter.name().equals(name))
                .flatMap(parameter -> parameter.valueSchema().stream())
                .flatMap(schema -> LongStream.rangeClosed(1, SAMPLES)
                        .boxed()
                        .flatMap(seed -> requests.unlikeExamples(schema, seed).stream()));
    }

    private static Map<String, JsonNode> with(Map<String, JsonNode> values, String name, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    private boolean isValid(Request request) {
        return validator.match(data.contract(), request) instanceof Match.Found found
                && validator.validate(found, request).isEmpty();
    }
}
