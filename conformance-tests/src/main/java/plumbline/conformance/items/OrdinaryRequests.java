package plumbline.conformance.items;

import java.util.Optional;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** What operations are usually called with. */
public interface OrdinaryRequests {
    /** {@return whether an operation is usually called with this path, which names what is known or thought to exist} */
    boolean isOrdinary(Operation operation, String path);

    /** {@return a right request for an operation; nothing if none could be made} */
    Optional<Request> best(Operation operation);

    /** {@return a right request for an operation, with this path} */
    default Request on(Operation operation, String path) {
        return best(operation)
                .orElseGet(() -> Request.of(operation.method(), "/"))
                .withPath(path);
    }
}
