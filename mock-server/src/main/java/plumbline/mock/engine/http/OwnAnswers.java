package plumbline.mock.engine.http;

import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Sends answers of the engine itself, which neither stubs nor the contract have a say in. */
final class OwnAnswers {
    private volatile BiFunction<Request, Response, Response> readable = (request, answer) -> answer;

    /** Sets how an answer is made readable for the page that asks. */
    void readableBy(BiFunction<Request, Response, Response> other) {
        readable = other;
    }

    /** Sends one to a request that never reaches the contract, so that pages can read it that may read answers. */
    void refuse(Response refusal, org.eclipse.jetty.server.Response response, Callback done) {
        org.eclipse.jetty.server.Request request = response.getRequest();
        @Nullable String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        Response shown = origin == null
                ? refusal
                : readable.apply(
                        Request.of(request.getMethod(), "/").withHeaders(Headers.of("Origin", origin)), refusal);
        send(shown, response, done);
    }

    static void send(Response answer, org.eclipse.jetty.server.Response response, Callback done) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        answer.headers().forEach(line -> fields.add(line.name(), line.value()));
        byte[] body = answer.body().bytes();
        fields.put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean isHead = HttpMethod.HEAD.is(response.getRequest().getMethod());
        response.write(true, isHead ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(body), done);
    }
}
