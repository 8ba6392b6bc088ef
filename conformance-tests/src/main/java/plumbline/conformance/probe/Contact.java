package plumbline.conformance.probe;

import java.util.Optional;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** How a target is asked. */
public interface Contact {
    /** {@return a right request with all that the operation is called with; nothing if its credentials are missing} */
    Optional<Request> dressed(Operation operation, Request right);

    /** {@return where the credentials of an operation come from} */
    Credentials.Origin origin(Operation operation);

    /** {@return what came of a request that is dressed} */
    Answer send(Request dressed);

    /** Takes note of a request that was answered with success. */
    void succeeded(Request dressed);

    /** {@return a text without secrets} */
    String redact(String text);
}
