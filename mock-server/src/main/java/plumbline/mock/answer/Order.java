package plumbline.mock.answer;

import java.util.Map;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.ResponseSpec;

/**
 * A response that is asked for.
 *
 * @param spec the documented response
 * @param status the status to answer with
 * @param accept what the client accepts
 * @param preferences what the client would like
 * @param pathValues the path parameters as sent, which bodies repeat
 * @param seed which of the valid samples
 * @param request the request to answer
 */
record Order(
        ResponseSpec spec,
        int status,
        Accept accept,
        Preferences preferences,
        Map<String, String> pathValues,
        long seed,
        Request request) {
    /** {@return whether the status rules out a body (RFC 9110, section 6.4.1)} */
    boolean isBodiless() {
        return Response.isBodiless(status);
    }
}
