package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.mock.because.Because;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.streams.PassedStreams;
import plumbline.mock.engine.stubs.HeaderLines;

/** Sends responses through Jetty: with its length, in one piece, after its delay without holding a thread. */
final class ResponseWriter implements HttpResponder {
    private final Server server;
    private final org.eclipse.jetty.server.Response response;
    private final Callback done;
    private final PassedStreams streams;

    /**
     * Makes a writer of one response.
     *
     * @param streams sends what has no end yet
     */
    ResponseWriter(Server server, org.eclipse.jetty.server.Response response, Callback done, PassedStreams streams) {
        this.server = server;
        this.response = response;
        this.done = done;
        this.streams = streams;
    }

    @Override
    public void respond(Request request, Response answer, Map<String, Object> attributes) {
        after(answer.getInitialDelay(), () -> send(answer));
    }

    /** Sends an answer that WireMock has no say in. */
    void respond(EngineAnswer answer) {
        after(answer.delay().toMillis(), () -> send(answer));
    }

    private void after(long millis, Runnable sending) {
        if (millis <= 0) {
            sending.run();
            return;
        }
        server.getScheduler()
                .schedule(
                        () -> server.getThreadPool().execute(() -> runOrFail(sending)), millis, TimeUnit.MILLISECONDS);
    }

    private void runOrFail(Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException failure) {
            done.failed(failure);
        }
    }

    private void send(EngineAnswer answer) {
        if (answer.breakage() != null) {
            new ConnectionBreaker(response, done).breakBy(answer.breakage());
            return;
        }
        byte[] body = answer.response().body().bytes();
        if (answer.rest() != null) {
            pass(answer.response().status(), answer.response().headers(), body, answer.rest());
            return;
        }
        response.setStatus(answer.response().status());
        addLines(answer.response().headers());
        addLength(body);
        send(body, null);
    }

    /** Its length, if there is one, is for whoever sends it to tell. */
    private void pass(int status, Headers headers, byte[] begun, Flow.Publisher<List<ByteBuffer>> rest) {
        response.setStatus(status);
        addLines(headers);
        headers.first("Content-Length")
                .ifPresent(
                        length -> response.getHeaders().put(org.eclipse.jetty.http.HttpHeader.CONTENT_LENGTH, length));
        streams.pass(response, done, begun, rest);
    }

    private void send(Response answer) {
        if (answer.getFault() != null) {
            answer.getFault().apply(new ConnectionBreaker(response, done));
            return;
        }
        byte[] body = answer.getBody();
        if (answer.getHeaders() instanceof HeaderLines lines && lines.rest() != null) {
            pass(answer.getStatus(), lines.lines(), body, lines.rest());
            return;
        }
        response.setStatus(answer.getStatus());
        addHeaders(answer.getHeaders());
        addLength(body);
        send(body, answer.getChunkedDribbleDelay());
    }

    private void send(byte[] body, @Nullable ChunkedDribbleDelay dribble) {
        if (isHead() || plumbline.contract.http.Response.isBodiless(response.getStatus()) || body.length == 0) {
            response.write(true, BufferUtil.EMPTY_BUFFER, done);
        } else if (dribble == null) {
            response.write(true, ByteBuffer.wrap(body), done);
        } else {
            new SlowBodyWriter(server, response, done, dribble).send(body);
        }
    }

    private void addHeaders(HttpHeaders headers) {
        if (headers instanceof HeaderLines untouched) {
            addLines(untouched.lines());
            return;
        }
        HttpFields.Mutable fields = response.getHeaders();
        for (HttpHeader header : headers.all()) {
            header.values().forEach(value -> add(fields, header.key(), value));
        }
        addReason(fields);
    }

    /** WireMock tells which stub answers, by its name if it has one. */
    private static void addReason(HttpFields.Mutable fields) {
        String name = fields.get("Matched-Stub-Name");
        String stub = name == null ? fields.get("Matched-Stub-Id") : '"' + name + '"';
        if (stub != null && !fields.contains(Because.HEADER)) {
            fields.add(Because.HEADER, new Because("stub " + stub).text());
        }
    }

    private void addLines(Headers lines) {
        HttpFields.Mutable fields = response.getHeaders();
        for (Header line : lines) {
            add(fields, line.name(), line.value());
        }
    }

    private void addLength(byte[] body) {
        HttpFields.Mutable fields = response.getHeaders();
        if (!plumbline.contract.http.Response.isBodiless(response.getStatus())
                && !(isHead() && fields.contains("Content-Length"))) {
            fields.put(org.eclipse.jetty.http.HttpHeader.CONTENT_LENGTH, body.length);
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
}
