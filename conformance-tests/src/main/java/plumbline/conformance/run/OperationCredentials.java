package plumbline.conformance.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import plumbline.conformance.credentials.CredentialNames;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.SecurityValidator;

/** The credentials that each operation of a target is called with. Thread-safe. */
final class OperationCredentials {
    private final Target target;
    private final Set<String> headers;
    private final Map<Operation, Credentials> known = new ConcurrentHashMap<>();

    OperationCredentials(Target target, List<Operation> operations) {
        this.target = target;
        this.headers = CredentialNames.headers(operations);
    }

    Credentials of(Operation operation) {
        return known.computeIfAbsent(operation, needy -> of(target, needy));
    }

    private Credentials of(Target target, Operation operation) {
        return Credentials.of(target, operation).hiding(headers);
    }

    /** {@return whether an operation needs some, and none are given} */
    boolean isMissing(Operation operation) {
        return of(operation).origin() == Credentials.Origin.MISSING;
    }

    /** {@return what an operation wants, and whether what is given is something else} */
    String wanted(Operation operation) {
        Request bare = of(operation).authenticate(Request.of(operation.method(), "/"));
        String wanted = new SecurityValidator()
                .validate(operation, bare).stream()
                        .map(violation -> violation.expected() + " ("
                                + violation.location().name() + ")")
                        .collect(Collectors.joining(" and "));
        boolean isGiven = target.user() != null
                || !target.credentials().isEmpty()
                || target.headers().first("Authorization").isPresent();
        return wanted + (isGiven ? ", and what is given is of another kind" : "");
    }

    /** {@return whether made-up ones are sent to any of these} */
    boolean areMadeUp(List<Operation> operations) {
        return operations.stream().anyMatch(operation -> of(operation).origin() == Credentials.Origin.STAND_IN);
    }
}
