package plumbline.conformance.cases.requests;

import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/**
 * A request that the contract allows.
 *
 * @param name what is special about it
 * @param request the request, without credentials
 * @param expectation success if all that it names is known to exist
 */
public record RightRequest(String name, Request request, Expectation expectation) {
    /** {@return whether the target should do what it asks for} */
    public boolean succeeds(Operation operation) {
        return expectation instanceof Expectation.Success
                || expectation instanceof Expectation.Exactly exactly
                        && Success.isDocumented(operation, exactly.status());
    }

    /** {@return whether the target is known to redirect it} */
    public boolean isRedirected() {
        return expectation instanceof Expectation.Exactly exactly && Success.isRedirect(exactly.status());
    }

    public RightRequest expecting(Expectation other) {
        return new RightRequest(name, request, other);
    }

    public RightRequest named(String other) {
        return new RightRequest(other, request, expectation);
    }
}
