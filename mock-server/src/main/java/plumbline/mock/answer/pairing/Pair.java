package plumbline.mock.answer.pairing;

import plumbline.contract.operation.ResponseSpec;

/**
 * The response that belongs to a request.
 *
 * @param spec the documented response
 * @param status its status
 * @param example the name of the example that it shows
 */
public record Pair(ResponseSpec spec, int status, String example) {
    /** {@return whether the request succeeds} */
    public boolean isSuccess() {
        return spec.isSuccess();
    }
}
