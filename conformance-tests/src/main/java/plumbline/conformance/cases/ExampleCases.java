package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import plumbline.contract.pairing.ExamplePairs;
import plumbline.contract.pairing.PairedResponse;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What is documented by example works: given values, fixtures, each example and each listed value of a parameter, and each
 * example of a request body. Examples of responses are not asked for, as no server has promised to hold them.
 */
final class ExampleCases implements CaseSource {
    private final RightRequests requests;
    private final TestData data;
    private final JudgedExamples judged;
    private final PairedRequests paired;

    ExampleCases(RightRequests requests, TestData data) {
        this.requests = requests;
        this.data = data;
        this.judged = new JudgedExamples(data.schemas());
        this.paired = new PairedRequests(requests, judged, data.contract(), new ExamplePairs());
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
                omissions.add(omission(operation, Omission.SUCCESS, "nothing is known to exist: " + advice(operation)));
            }
            parameterExamples(operation, right, omissions);
            bodyExamples(operation, right, omissions);
            paired(operation, right);
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
                String of = "of " + parameter.in() + " " + parameter.name();
                if (isAlone(operation, example, of, judged.obeys(parameter, example.value()), omissions)) {
                    values.add(example.value());
                }
            }
            // What belongs to a response is not sent once more under another name.
            parameter.examples().stream()
                    .filter(example ->
                            PairedRequests.response(operation, example).isPresent())
                    .forEach(example -> values.remove(example.value()));
            values.forEach(value -> request(operation, base, parameter, value).ifPresent(right::add));
            DocumentedValues.of(parameter).stream()
                    .filter(value -> judged.obeys(parameter, value) && !values.contains(value))
                    .flatMap(value -> request(operation, base, parameter, value).stream())
                    .map(request ->
                            isScope(operation, parameter) ? request.expecting(new Expectation.Documented()) : request)
                    .forEach(right::add);
        }
    }

    /** Whether a value of a parameter says where to look for what others name, which need not be in each such place. */
    private static boolean isScope(Operation operation, Parameter parameter) {
        List<String> names = operation.template().names();
        int index = parameter.in() == Parameter.In.PATH ? names.indexOf(parameter.name()) : -1;
        return index >= 0
                && names.subList(index + 1, names.size()).stream().anyMatch(name -> !operation.listsValues(name));
    }

    /** Whether an example is one of a right request that no response belongs to; notes where the contract contradicts itself. */
    private boolean isAlone(
            Operation operation, Example example, String of, boolean isAllowed, List<Omission> omissions) {
        Optional<PairedResponse> pair = PairedRequests.response(operation, example);
        // Whoever shows what is refused may show what breaks the contract.
        if (!isAllowed && pair.map(PairedResponse::isSuccess).orElse(true)) {
            omissions.add(contradiction(operation, example, of));
        }
        return isAllowed && pair.isEmpty();
    }

    private Optional<RightRequest> request(
            Operation operation, Map<String, JsonNode> base, Parameter parameter, JsonNode value) {
        Map<String, JsonNode> all = new LinkedHashMap<>(base);
        all.put(parameter.name(), value);
        return requests.request(operation, all)
                .map(request -> request.named(parameter.name() + "=" + PairedRequests.text(value)));
    }

    private void bodyExamples(Operation operation, List<RightRequest> right, List<Omission> omissions) {
        RequestBodySpec body = operation.body();
        Optional<RightRequest> base = requests.best(operation);
        if (body == null || base.isEmpty()) {
            return;
        }
        for (MediaTypeSpec type : body.content()) {
            for (Example example : type.examples()) {
                if (isAlone(operation, example, "of the body", judged.obeys(type, example.value()), omissions)) {
                    String name = "body " + type.mediaType().essence()
                            + (example.name().isEmpty() ? "" : " " + example.name());
                    Request request = requests.with(base.get().request(), type, example.value());
                    right.add(new RightRequest(name, request, base.get().expectation()));
                }
            }
        }
    }

    private void paired(Operation operation, List<RightRequest> right) {
        Map<String, JsonNode> known = new LinkedHashMap<>(requests.knownPathValues(operation));
        known.putAll(data.values(operation));
        List<RightRequest> shown = paired.of(operation, known);
        Set<Request> same = shown.stream().map(RightRequest::request).collect(Collectors.toSet());
        right.removeIf(request -> same.contains(request.request()));
        right.addAll(shown);
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
}
