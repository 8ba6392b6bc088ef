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
import plumbline.conformance.Expectation;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.DocumentedValues;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.result.RunSetting;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.text.PlainText;

/**
 * What is documented by example works: given values, fixtures, each example and each listed value of a parameter, and each
 * example of a request body. Examples of responses are not asked for, as no server has promised to hold them.
 */
final class ExampleCases implements CaseSource {
    private static final int LONGEST_NAME = 60;

    private final RightRequests requests;
    private final TestData data;
    private final JudgedExamples judged;
    private final PairedExamples paired = new PairedExamples();

    ExampleCases(RightRequests requests, TestData data) {
        this.requests = requests;
        this.data = data;
        this.judged = new JudgedExamples(data.schemas());
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
            parameterExamples(operation, right, omissions);
            bodyExamples(operation, right, omissions);
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

    private void parameterExamples(Operation operation, List<RightRequest> right, List<Omission> omissions) {
        // An example of another parameter shall meet something that exists.
        Map<String, JsonNode> base = requests.knownPathValues(operation);
        for (Parameter parameter : operation.parameters()) {
            if (data.values(operation).containsKey(parameter.name()) || base.containsKey(parameter.name())) {
                continue;
            }
            Set<JsonNode> values = new LinkedHashSet<>();
            for (Example example : parameter.examples()) {
                Optional<Expectation> known = paired.of(operation, example);
                if (known.isPresent() && (isRefusal(known.get()) || judged.obeys(parameter, example.value()))) {
                    right.removeIf(request -> request(operation, base, parameter, example.value())
                            .filter(other -> other.request().equals(request.request()))
                            .isPresent());
                    request(operation, base, parameter, example.value())
                            .map(request -> new RightRequest(request.name(), request.request(), known.get()))
                            .ifPresent(right::add);
                } else if (judged.obeys(parameter, example.value())) {
                    values.add(example.value());
                } else {
                    omissions.add(contradiction(operation, example, "of " + parameter.in() + " " + parameter.name()));
                }
            }
            DocumentedValues.of(parameter).stream()
                    .filter(value -> judged.obeys(parameter, value))
                    .forEach(values::add);
            values.forEach(value -> request(operation, base, parameter, value).ifPresent(right::add));
        }
    }

    /** Whoever shows what is refused may show what breaks the contract. */
    private static boolean isRefusal(Expectation paired) {
        return !(paired instanceof Expectation.Success);
    }

    private Optional<RightRequest> request(
            Operation operation, Map<String, JsonNode> base, Parameter parameter, JsonNode value) {
        Map<String, JsonNode> all = new LinkedHashMap<>(base);
        all.put(parameter.name(), value);
        return requests.request(operation, all).map(request -> request.named(parameter.name() + "=" + text(value)));
    }

    private void bodyExamples(Operation operation, List<RightRequest> right, List<Omission> omissions) {
        RequestBodySpec body = operation.body();
        Optional<RightRequest> base = requests.best(operation);
        if (body == null || base.isEmpty()) {
            return;
        }
        for (MediaTypeSpec type : body.content()) {
            for (Example example : type.examples()) {
                Optional<Expectation> known = paired.of(operation, example);
                if (known.filter(ExampleCases::isRefusal).isEmpty() && !judged.obeys(type, example.value())) {
                    omissions.add(contradiction(operation, example, "of the body"));
                    continue;
                }
                String name =
                        "body " + type.mediaType().essence() + (example.name().isEmpty() ? "" : " " + example.name());
                Request request = requests.with(base.get().request(), type, example.value());
                right.removeIf(other -> known.isPresent() && other.request().equals(request));
                right.add(
                        new RightRequest(name, request, known.orElse(base.get().expectation())));
            }
        }
    }

    /** Whoever contradicts himself cannot be obeyed, which is no fault of the server. */
    private Omission contradiction(Operation operation, Example example, String of) {
        return omission(
                operation,
                "an example " + of,
                "your contract contradicts itself here, since the example breaks its own schema; 'check' shows it ["
                        + example.node().place() + "]");
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
        return PlainText.excerpt(text, LONGEST_NAME + 3);
    }
}
