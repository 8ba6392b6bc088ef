package plumbline.conformance.items;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.conformance.Success;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

/**
 * Which operations would change what is not there. Those that are tried on nothing else, since the run has nothing of its own
 * for them, cannot succeed. Thread-safe.
 */
final class Absences {
    private static final int MOST_PRESENT = 20_000;

    private final ItemKinds kinds;
    private final Caller caller;
    /** Where something is that the run has not made: it stays, since the run leaves it alone. */
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    private final Set<Operation> missed = ConcurrentHashMap.newKeySet();
    private final Set<Operation> tried = ConcurrentHashMap.newKeySet();

    Absences(ItemKinds kinds, Caller caller) {
        this.kinds = kinds;
        this.caller = caller;
    }

    /** {@return whether reading says that what a request would change is not there} */
    boolean isAbsent(Operation operation, Request request) {
        boolean isAbsent = kinds.readerOf(operation)
                .filter(reader -> isMissing(reader, ItemKinds.start(reader, request.path())))
                .isPresent();
        if (isAbsent && operation.method().equals(request.method())) {
            isMissed(operation);
        }
        return isAbsent;
    }

    private boolean isMissing(Operation reader, String path) {
        if (present.contains(path)) {
            return false;
        }
        Optional<Response> read = caller.call(reader, kinds.ordinary().on(reader, path));
        boolean isPresent =
                read.filter(response -> Success.hasContent(response.status())).isPresent();
        if (isPresent && present.size() < MOST_PRESENT) {
            present.add(path);
        }
        return read.filter(response -> ItemKinds.isMissing(response.status())).isPresent();
    }

    /** Takes note that an item is gone, with what is in it. */
    void forget(ItemPrefix gone) {
        present.removeIf(gone::includes);
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
