package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import plumbline.contract.http.Header;
import plumbline.mock.because.Because;
import plumbline.mock.engine.stubs.HeaderLines;

/** Sends WireMock's response through Jetty: with its length, in one piece, after its delay without holding a thread. */
final class ResponseWriter implements HttpResponder {
    private final Server server;
    private final org.eclipse.jetty.server.Response response;
    private final Callback done;

    ResponseWriter(Server server, org.eclipse.jetty.server.Response response, Callback done) {
        this.server = server;
        this.response = response;
        this.done = done;
    }

    @Override
    public void respond(Request request, Response answer, Map<String, Object> attributes) {
        if (answer.getInitialDelay() <= 0) {
            send(answer);
            return;
        }
        server.getScheduler()
                .schedule(
                        () -> server.getThreadPool().execute(() -> sendOrFail(answer)),
                        answer.getInitialDelay(),
                        TimeUnit.MILLISECONDS);
    }

    private void sendOrFail(Response answer) {
        try {
            send(answer);
        } catch (RuntimeException failure) {
            done.failed(failure);
        }
    }

    private void send(Response answer) {
        if (answer.getFault() != null) {
            answer.getFault().apply(new ConnectionBreaker(response, done));
            return;
        }
        response.setStatus(answer.getStatus());
        byte[] body = answer.getBody();
        addHeaders(answer.getHeaders(), body);
        ChunkedDribbleDelay dribble = answer.getChunkedDribbleDelay();
        if (isHead() || hasNoContent(answer.getStatus()) || body.length == 0) {
            response.write(true, BufferUtil.EMPTY_BUFFER, done);
        } else if (dribble == null) {
            response.write(true, ByteBuffer.wrap(body), done);
        } else {
            new SlowBodyWriter(server, response, done, dribble).send(body);
        }
    }

    private void addHeaders(HttpHeaders headers, byte[] body) {
        HttpFields.Mutable fields = response.getHeaders();
        if (headers instanceof HeaderLines untouched) {
            for (Header line : untouched.lines()) {
                add(fields, line.name(), line.value());
            }
        } else {
            for (HttpHeader header : headers.all()) {
                header.values().forEach(value -> add(fields, header.key(), value));
            }
            addReason(fields);
        }
        if (!hasNoContent(response.getStatus()) && !(isHead() && fields.contains("Content-Length"))) {
            fields.put(org.eclipse.jetty.http.HttpHeader.CONTENT_LENGTH, body.length);
        }
    }

    /** WireMock tells which stub answers, by its name if it has one. */
    private static void addReason(HttpFields.Mutable fields) {
        String name = fields.get("Matched-Stub-Name");
        String stub = name == null ? fields.get("Matched-Stub-Id") : '"' + name + '"';
        if (stub != null && !fields.contains(Because.HEADER)) {
            fields.add(Because.HEADER, new Because("stub " + stub).text());
        }
    }

    /** Adds a field unless it frames the message, which is ours to do; a stub may still state a length to {@code HEAD}. */
    private void add(HttpFields.Mutable fields, String name, String value) {
        boolean framing =
                name.equalsIgnoreCase("Transfer-Encoding") || (name.equalsIgnoreCase("Content-Length") && !isHead());
        if (!framing) {
            fields.add(name, value);
        }
    }

    private boolean isHead() {
        return HttpMethod.HEAD.is(response.getRequest().getMethod());
    }

    private static boolean hasNoContent(int status) {
        return status == 204 || status == 304 || status < 200;
    }
}
