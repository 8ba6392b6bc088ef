package plumbline.conformance.items;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/**
 * Which operations would change what is not there. Those that are tried on nothing else, since the run has nothing of its own
 * for them, cannot succeed. Thread-safe.
 */
final class Absences {
    private final ItemKinds kinds;
    private final Caller caller;
    private final Set<Operation> missed = ConcurrentHashMap.newKeySet();
    private final Set<Operation> tried = ConcurrentHashMap.newKeySet();

    Absences(ItemKinds kinds, Caller caller) {
        this.kinds = kinds;
        this.caller = caller;
    }

    /** {@return whether reading says that what a request would change is not there} */
    boolean isAbsent(Operation operation, Request request) {
        boolean isAbsent = kinds.readerOf(operation)
                .flatMap(reader ->
                        caller.call(reader, kinds.ordinary().on(reader, ItemKinds.start(reader, request.path()))))
                .filter(response -> ItemKinds.isMissing(response.status()))
                .isPresent();
        if (isAbsent) {
            isMissed(operation);
        }
        return isAbsent;
    }

    /** Takes note that an operation is tried on what nobody has made. */
    void isMissed(Operation operation) {
        missed.add(operation);
    }

    /** Takes note that an operation is tried on something that the run has created. */
    void isTried(Operation operation) {
        tried.add(operation);
    }

    /** {@return whether an operation was tried on what is not there, and on nothing else} */
    boolean isAll(Operation operation) {
        return missed.contains(operation) && !tried.contains(operation);
    }
}
