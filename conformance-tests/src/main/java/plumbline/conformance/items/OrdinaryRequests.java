package plumbline.conformance.items;

import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** What operations are usually called with. */
public interface OrdinaryRequests {
    /** {@return whether an operation is usually called with this path, which names what is known or thought to exist} */
    boolean isOrdinary(Operation operation, String path);

    /** {@return a right request for an operation, with this path} */
    Request on(Operation operation, String path);
}
