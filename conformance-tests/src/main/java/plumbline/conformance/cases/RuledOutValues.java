package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.DocumentedValues;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Requests with a parameter value that a list of values rules out; sent only if our own validator refuses them, too. */
final class RuledOutValues {
    private static final String TEXT = "plumbline-undocumented";
    private static final int NUMBER = 20_260_730;

    private final RightRequests requests;
    private final TestData data;
    private final RequestValidator validator;

    RuledOutValues(RightRequests requests, TestData data) {
        this.requests = requests;
        this.data = data;
        this.validator = new RequestValidator(data.schemas());
    }

    List<Case> cases(Operation operation, Request right) {
        List<Case> cases = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            List<JsonNode> documented = DocumentedValues.of(parameter);
            if (parameter.in() != Parameter.In.PATH && !documented.isEmpty()) {
                JsonNode value = unlike(documented);
                String name = parameter.in() + " '" + parameter.name() + "'";
                request(operation, parameter, value)
                        .map(request -> Case.of(
                                operation,
                                Phase.PROTOCOL,
                                "undocumented " + parameter.name(),
                                request,
                                new Expectation.ValueRefused(name, value.asString(), isRefusable(operation))))
                        .map(refused -> refused.isSafe() ? refused.comparedWith(right) : refused)
                        .ifPresent(cases::add);
            }
        }
        return cases;
    }

    private static boolean isRefusable(Operation operation) {
        return operation.response(400).isPresent() || operation.response(422).isPresent();
    }

    private Optional<Request> request(Operation operation, Parameter parameter, JsonNode value) {
        Map<String, JsonNode> values = new HashMap<>(requests.knownPathValues(operation));
        values.put(parameter.name(), value);
        return requests.request(operation, values).map(RightRequest::request).filter(this::isRefused);
    }

    private boolean isRefused(Request request) {
        if (!(validator.match(data.contract(), request) instanceof Match.Found found)) {
            return false;
        }
        List<Violation> violations = validator.validate(found, request);
        return violations.size() == 1;
    }

    private static JsonNode unlike(List<JsonNode> documented) {
        return documented.stream().allMatch(JsonNode::isNumber)
                ? JsonNodeFactory.instance.numberNode(NUMBER)
                : JsonNodeFactory.instance.stringNode(TEXT);
    }
}
