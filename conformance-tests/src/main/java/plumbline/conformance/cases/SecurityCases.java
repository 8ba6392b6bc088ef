package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Expectation;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.credentials.CredentialNames;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.result.RunSetting;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.validation.SecurityValidator;

/**
 * Bad credentials, each bad in one way. Those that only look right are sent only if the user gave credentials that are
 * right: a server that takes made-up ones, as a mock does, cannot be expected to tell them apart.
 */
final class SecurityCases implements CaseSource {
    private static final String WRONG = "wrong credentials";

    private final RightRequests requests;
    private final TestData data;
    private final Set<String> headers;
    private final SecurityValidator validator = new SecurityValidator();

    SecurityCases(RightRequests requests, TestData data) {
        this.requests = requests;
        this.data = data;
        this.headers = CredentialNames.headers(data.contract().operations());
    }

    @Override
    public Phase phase() {
        return Phase.SECURITY;
    }

    @Override
    public Cases cases(Operation operation) {
        Optional<RightRequest> right = requests.best(operation);
        if (right.isEmpty()) {
            return new Cases(List.of(), List.of());
        }
        if (operation.isOpen()) {
            return new Cases(open(operation, right.get().request()), List.of());
        }
        Request request = right.get().request();
        if (validator.validate(operation, request).isEmpty()) {
            return new Cases(List.of(), List.of(unseen(operation)));
        }
        List<Case> cases = new ArrayList<>();
        Expectation refused = new Expectation.Unauthorized(false);
        cases.add(Case.of(operation, phase(), "no credentials", request, refused));
        if ("GET".equals(operation.method())) {
            cases.add(Case.of(operation, phase(), "no credentials for HEAD", request.withMethod("HEAD"), refused));
        }
        List<SecurityScheme> schemes = schemes(operation);
        for (SecurityScheme scheme : schemes) {
            for (BadCredentials bad : BadCredentials.of(scheme)) {
                Request changed = bad.in(request, scheme);
                String name = schemes.size() == 1 ? bad.name() : scheme.name() + " " + bad.name();
                boolean isRefusable = !validator.validate(operation, changed).isEmpty();
                if (isRefusable || bad.looksRight() && hasRealCredentials(operation)) {
                    Expectation expectation = isRefusable ? refused : new Expectation.Unauthorized(true);
                    cases.add(Case.of(operation, phase(), name, changed, expectation));
                }
            }
        }
        List<Omission> omissions = hasRealCredentials(operation)
                ? List.of()
                : List.of(new Omission(
                        operation.id(),
                        phase(),
                        WRONG,
                        "no credentials are given that could be told from wrong ones: give some with "
                                + RunSetting.credentials(operation)));
        return new Cases(
                cases.stream()
                        .map(subject -> withoutCredentials(subject, request))
                        .toList(),
                omissions);
    }

    /** What is called with credentials all the time may work only with them. */
    private List<Case> open(Operation operation, Request right) {
        boolean isAnswerable = operation.isSafe() || "POST".equals(operation.method());
        boolean areShown =
                Credentials.of(data.target(), operation).hiding(headers).areShown();
        return isAnswerable && areShown
                ? List.of(withoutCredentials(
                        Case.of(operation, phase(), "no credentials", right, new Expectation.OpenToAll()), right))
                : List.of();
    }

    private Omission unseen(Operation operation) {
        return new Omission(
                operation.id(),
                phase(),
                "no credentials",
                "a client certificate is enough, or what parameters say: try without by hand");
    }

    private boolean hasRealCredentials(Operation operation) {
        return Credentials.of(data.target(), operation).origin() == Credentials.Origin.GIVEN;
    }

    private static Case withoutCredentials(Case subject, Request right) {
        return subject.isSafe() ? subject.withoutCredentials().comparedWith(right) : subject.withoutCredentials();
    }

    private static List<SecurityScheme> schemes(Operation operation) {
        return operation.security().stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .distinct()
                .toList();
    }
}
