package plumbline.conformance.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.conformance.target.Credentials;
import plumbline.conformance.target.Target;
import plumbline.contract.operation.Operation;

/** The credentials that each operation of a target is called with. Thread-safe. */
final class OperationCredentials {
    private final Target target;
    private final List<Operation> operations;
    private final Map<Operation, Credentials> known = new ConcurrentHashMap<>();

    OperationCredentials(Target target, List<Operation> operations) {
        this.target = target;
        this.operations = operations;
    }

    Credentials of(Operation operation) {
        return known.computeIfAbsent(operation, needy -> of(target, needy));
    }

    private Credentials of(Target target, Operation operation) {
        return Credentials.of(target, operation).hiding(operations);
    }

    /** {@return whether an operation needs some, and none are given} */
    boolean isMissing(Operation operation) {
        return of(operation).origin() == Credentials.Origin.MISSING;
    }

    /** {@return whether made-up ones are sent to any of these} */
    boolean areMadeUp(List<Operation> operations) {
        return operations.stream().anyMatch(operation -> of(operation).origin() == Credentials.Origin.STAND_IN);
    }
}
