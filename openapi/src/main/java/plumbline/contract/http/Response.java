package plumbline.contract.http;

import java.util.Set;

/**
 * An HTTP response.
 *
 * @param status the status code, 100 to 599
 * @param headers the header fields
 * @param body the content, without transfer or content encoding
 */
public record Response(int status, Headers headers, Body body) {
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    /** {@return whether a status says that something is elsewhere, which the Location tells (RFC 9110, section 15.4)} */
    public static boolean leadsElsewhere(int status) {
        return ELSEWHERE.contains(status);
    }

    /** {@return whether responses of a status can have no body (RFC 9110, section 6.4.1)} */
    public static boolean isBodiless(int status) {
        return status == 204 || status == 304 || status < 200;
    }

    /** {@return a response without header fields and body} */
    public static Response of(int status) {
        return new Response(status, Headers.none(), Body.empty());
    }

    public Response withStatus(int other) {
        return new Response(other, headers, body);
    }

    public Response withHeader(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }

    public Response withHeaders(Headers other) {
        return new Response(status, other, body);
    }

    public Response withBody(Body other) {
        return new Response(status, headers, other);
    }
}
