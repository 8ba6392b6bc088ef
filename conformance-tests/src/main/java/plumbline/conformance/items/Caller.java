package plumbline.conformance.items;

import java.util.Optional;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

/** Sends requests that no case stands for, with the credentials that the operation asks for. */
@FunctionalInterface
public interface Caller {
    /** {@return the response; nothing if none came} */
    Optional<Response> call(Operation operation, Request request);

    /** {@return the request, within what is known to exist} */
    default Request aimed(Operation operation, Request request) {
        return request;
    }
}
