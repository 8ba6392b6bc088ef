package plumbline.conformance.cases;

import plumbline.conformance.Expectation;
import plumbline.contract.http.Request;

/**
 * A request that the contract allows.
 *
 * @param name what is special about it
 * @param request the request, without credentials
 * @param expectation success if all that it names is known to exist
 */
record RightRequest(String name, Request request, Expectation expectation) {
    /** {@return whether the target should answer it with what it asks for} */
    boolean succeeds() {
        return expectation instanceof Expectation.Success
                || expectation instanceof Expectation.Exactly exactly && exactly.status() / 100 == 2;
    }

    RightRequest named(String other) {
        return new RightRequest(other, request, expectation);
    }
}
