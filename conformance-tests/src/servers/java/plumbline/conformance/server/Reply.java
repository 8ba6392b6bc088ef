package plumbline.conformance.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;

/**
 * What a test server puts on the wire.
 *
 * @param statusLine version, status and reason
 * @param headers the headers, without those that say how long the body is
 * @param body the body
 * @param framing how the end of the body is told
 */
public record Reply(String statusLine, Headers headers, Body body, Framing framing) {
    /** How the end of a body is told. */
    public enum Framing {
        /** By a Content-Length that is true. */
        LENGTH,
        /** By chunks. */
        CHUNKED,
        /** By the end of the connection. */
        CLOSE,
        /** By nothing: the body is the last that is sent, and the connection stays open. */
        NEVER,
        /** The connection is closed without an answer. */
        CUT
    }

    public static Reply of(int status) {
        return new Reply("HTTP/1.1 " + status + " Status", Headers.none(), Body.empty(), Framing.LENGTH);
    }

    public static Reply json(int status, String json) {
        return of(status).with("Content-Type", "application/json").withBody(json);
    }

    public int status() {
        return Integer.parseInt(statusLine.split(" ", -1)[1]);
    }

    public Reply withStatus(int status) {
        return withStatusLine("HTTP/1.1 " + status + " Status");
    }

    public Reply withStatusLine(String other) {
        return new Reply(other, headers, body, framing);
    }

    public Reply with(String name, String value) {
        return new Reply(statusLine, headers.with(name, value), body, framing);
    }

    public Reply without(String name) {
        return new Reply(statusLine, headers.without(name), body, framing);
    }

    public Reply withBody(String text) {
        return withBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public Reply withBytes(byte[] bytes) {
        return new Reply(statusLine, headers, Body.of(bytes), framing);
    }

    public Reply change(UnaryOperator<String> body) {
        return withBody(body.apply(this.body.text()));
    }

    public Reply framed(Framing other) {
        return new Reply(statusLine, headers, body, other);
    }

    /** {@return all octets that are sent} */
    byte[] octets(boolean withBody) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(statusLine).append("\r\n");
        for (Header header : headers) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (framing == Framing.LENGTH && !headers.contains("Content-Length") && !statusLine.contains(" 204 ")) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        } else if (framing == Framing.CHUNKED) {
            head.append("Transfer-Encoding: chunked\r\n");
        }
        wire.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (withBody) {
            parts().forEach(wire::writeBytes);
        }
        return wire.toByteArray();
    }

    private List<byte[]> parts() {
        if (framing != Framing.CHUNKED) {
            return List.of(body.bytes());
        }
        byte[] end = "\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] size = (Integer.toHexString(body.length()) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return List.of(size, body.bytes(), end);
    }
}
