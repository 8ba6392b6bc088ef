package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.RunSetting;
import plumbline.conformance.cases.requests.DocumentedValues;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.contract.Example;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Operation;
import plumbline.contract.Parameter;
import plumbline.contract.RequestBodySpec;
import plumbline.contract.http.Request;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What is documented by example works: given values, fixtures, each example and each listed value of a parameter, and each
 * example of a request body. Examples of responses are not asked for, as no server has promised to hold them.
 */
final class ExampleCases implements CaseSource {
    private static final int LONGEST_NAME = 60;

    private final RightRequests requests;
    private final TestData data;

    ExampleCases(RightRequests requests, TestData data) {
        this.requests = requests;
        this.data = data;
    }

    @Override
    public Phase phase() {
        return Phase.EXAMPLES;
    }

    @Override
    public Cases cases(Operation operation) {
        List<RightRequest> right = new ArrayList<>(requests.all(operation));
        List<Omission> omissions = new ArrayList<>();
        if (right.isEmpty()) {
            omissions.add(omission(operation, "all requests", "no valid request could be made: add an example"));
        } else {
            if (right.stream().noneMatch(request -> request.succeeds(operation))) {
                omissions.add(
                        omission(operation, "a successful answer", "nothing is known to exist: " + advice(operation)));
            }
            parameterExamples(operation, right);
            bodyExamples(operation, right);
        }
        return new Cases(distinct(operation, right), omissions);
    }

    private List<Case> distinct(Operation operation, List<RightRequest> right) {
        Set<Request> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<Case> cases = new ArrayList<>();
        for (RightRequest request : right) {
            if (seen.add(request.request())) {
                String name = names.add(request.name()) ? request.name() : request.name() + " " + cases.size();
                cases.add(Case.of(operation, phase(), name, request.request(), request.expectation()));
            }
        }
        return cases;
    }

    private void parameterExamples(Operation operation, List<RightRequest> right) {
        // An example of another parameter shall meet something that exists.
        Map<String, JsonNode> base = requests.knownPathValues(operation);
        for (Parameter parameter : operation.parameters()) {
            if (data.values(operation).containsKey(parameter.name()) || base.containsKey(parameter.name())) {
                continue;
            }
            Set<JsonNode> values = new LinkedHashSet<>();
            parameter.examples().forEach(example -> values.add(example.value()));
            values.addAll(DocumentedValues.of(parameter));
            for (JsonNode value : values) {
                Map<String, JsonNode> all = new LinkedHashMap<>(base);
                all.put(parameter.name(), value);
                requests.request(operation, all)
                        .map(request -> request.named(parameter.name() + "=" + text(value)))
                        .ifPresent(right::add);
            }
        }
    }

    private void bodyExamples(Operation operation, List<RightRequest> right) {
        RequestBodySpec body = operation.body();
        Optional<RightRequest> base = requests.best(operation);
        if (body == null || base.isEmpty()) {
            return;
        }
        for (MediaTypeSpec type : body.content()) {
            for (Example example : type.examples()) {
                String name =
                        "body " + type.mediaType().essence() + (example.name().isEmpty() ? "" : " " + example.name());
                Request request = requests.with(base.get().request(), type, example.value());
                right.add(new RightRequest(name, request, base.get().expectation()));
            }
        }
    }

    private Omission omission(Operation operation, String what, String reason) {
        return new Omission(operation.id(), phase(), what, reason);
    }

    private static String advice(Operation operation) {
        List<String> names = operation.template().names();
        return names.isEmpty()
                ? "add an example to the required parameters and the body"
                : "give '" + names.get(names.size() - 1) + "' a value that does with " + RunSetting.VALUE;
    }

    private static String text(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "...";
    }
}
