package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Expectation;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.stories.CreatableKind;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** What HTTP promises around an operation: HEAD, repetition, content negotiation, refusals. */
final class ProtocolCases implements CaseSource {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final RightRequests requests;
    private final RuledOutValues ruledOut;
    private final UnknownItems unknown;
    private final TestData data;
    private final List<CreatableKind> creatable;

    ProtocolCases(RightRequests requests, TestData data) {
        this.requests = requests;
        this.ruledOut = new RuledOutValues(requests, data);
        this.unknown = new UnknownItems(requests, data);
        this.data = data;
        this.creatable = CreatableKind.of(data.resources());
    }

    @Override
    public Phase phase() {
        return Phase.PROTOCOL;
    }

    @Override
    public Cases cases(Operation operation) {
        Optional<RightRequest> best = requests.best(operation);
        if (best.isEmpty()) {
            return new Cases(List.of(), List.of());
        }
        RightRequest right = best.get();
        List<Case> cases = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        if ("GET".equals(operation.method())) {
            cases.addAll(comparisons(operation, right.request()));
            Cases missing = unknown.cases(operation);
            cases.addAll(missing.cases());
            cases.addAll(new StoryCases(data).cases(operation, right));
            omissions.addAll(missing.omissions());
        }
        unknown.changing(operation).ifPresent(cases::add);
        cases.addAll(NegotiationCases.of(operation, right));
        cases.addAll(ruledOut.cases(operation, right.request()));
        cases.addAll(methods(operation, right.request()));
        return new Cases(cases, omissions);
    }

    private List<Case> comparisons(Operation operation, Request right) {
        Case repeated = Case.of(operation, phase(), "repeated", right, new Expectation.Repeatable());
        Case head = Case.of(operation, phase(), "HEAD", right.withMethod("HEAD"), new Expectation.LikeGet())
                .comparedWith(right);
        // It may be documented on another path that the same requests fit.
        boolean ownHead = data.contract().match(right.withMethod("HEAD"), any -> true) instanceof Match.Found found
                && "HEAD".equals(found.operation().method());
        return ownHead ? List.of(repeated) : List.of(repeated, head);
    }

    /** Once for each path, with the first of its operations; what may change something, on what may be changed or is not there. */
    private List<Case> methods(Operation operation, Request right) {
        Operation first = data.contract().operations().stream()
                .filter(other -> other.template().equals(operation.template()))
                .findFirst()
                .orElse(operation);
        if (!first.equals(operation)) {
            return List.of();
        }
        String changing = isOwn(operation)
                ? right.path()
                : unknown.request(operation).map(Request::path).orElse(right.path());
        List<Case> cases = new ArrayList<>();
        for (String method : METHODS) {
            String path = "GET".equals(method) ? right.path() : changing;
            Match match = data.contract().match(method, path);
            if (match instanceof Match.WrongMethod wrong) {
                Request request = Request.of(method, path);
                cases.add(Case.of(
                        operation,
                        phase(),
                        "undocumented " + method,
                        request,
                        new Expectation.MethodRefused(method, wrong.allowed())));
            }
        }
        return cases;
    }

    /** Whether the run may change the item that an operation is on: any, or one that it creates. */
    private boolean isOwn(Operation operation) {
        return data.target().isDisposable()
                || creatable.stream()
                        .anyMatch(kind -> operation
                                .template()
                                .shape()
                                .startsWith(kind.read().template().shape()));
    }
}
