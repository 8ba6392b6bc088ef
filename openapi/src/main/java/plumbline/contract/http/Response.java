package plumbline.contract.http;

/**
 * An HTTP response.
 *
 * @param status the status code, 100 to 599
 * @param headers the header fields
 * @param body the content, without transfer or content encoding
 */
public record Response(int status, Headers headers, Body body) {
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
