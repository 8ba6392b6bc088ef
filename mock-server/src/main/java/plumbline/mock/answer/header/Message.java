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
    String origin() {
        return request.origin();
    }
}
