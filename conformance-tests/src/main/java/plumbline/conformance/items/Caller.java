package plumbline.conformance.items;

import java.util.List;
import java.util.Optional;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.json.jackson.databind.JsonNode;

/** Sends requests that no case stands for, with the credentials that the operation asks for. */
@FunctionalInterface
public interface Caller {
    /** {@return the response; nothing if none came} */
    Optional<Response> call(Operation operation, Request request);

    /** {@return items of the kind that an operation is about, as the server shows them} */
    default List<JsonNode> stored(Operation operation) {
        return List.of();
    }

    /** {@return the request, within what is known to exist} */
    default Request aimed(Operation operation, Request request) {
        return request;
    }
}
