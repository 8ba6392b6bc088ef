package plumbline.mock.engine.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import plumbline.contract.http.Response;

/** Sends answers of the engine itself, which neither stubs nor the contract have a say in. */
final class OwnAnswer {
    private OwnAnswer() {}

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
