package plumbline.mock.answer.header;

import plumbline.contract.http.Body;
import plumbline.contract.http.Request;

/**
 * A response that headers are made for.
 *
 * @param status its status
 * @param body its body
 * @param request the request that it answers
 * @param seed which of the values that are as good as any other
 */
public record Message(int status, Body body, Request request, long seed) {
    /** {@return where the request was sent to, as far as it says} */
    String origin() {
        return "http://" + request.headers().first("Host").orElse("localhost");
    }
}
