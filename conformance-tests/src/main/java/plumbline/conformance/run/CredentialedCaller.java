package plumbline.conformance.run;

import java.util.Optional;
import plumbline.conformance.items.Caller;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

/** Sends requests that nobody judges. */
record CredentialedCaller(OperationCredentials credentials, Sender sender) implements Caller {
    @Override
    public Optional<Response> call(Operation operation, Request request) {
        return sender.send(credentials.of(operation).authenticate(request)) instanceof Answer.Received received
                ? Optional.of(received.response())
                : Optional.empty();
    }
}
