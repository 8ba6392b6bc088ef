package plumbline.mock.answer.header;

import java.util.Set;
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
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Of statuses that say that something is elsewhere (RFC 9110, section 15.4). */
    boolean isRedirect() {
        return REDIRECTS.contains(status);
    }

    String origin() {
        return request.origin();
    }
}
