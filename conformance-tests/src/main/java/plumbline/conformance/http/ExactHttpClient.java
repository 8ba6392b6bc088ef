package plumbline.conformance.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.http.Header;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.message.BasicRequestLine;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HTTP;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Request;

/**
 * Sends one request as it is: its target and headers are put on the wire without the changes that REST-assured and
 * Apache's client make on the way. REST-assured takes no newer kind of client.
 */
@SuppressWarnings("deprecation")
final class ExactHttpClient extends org.apache.http.impl.client.SystemDefaultHttpClient {
    private static final List<String> FROM_BELOW =
            List.of(HTTP.TARGET_HOST, HTTP.CONN_DIRECTIVE, HTTP.CONTENT_LEN, HTTP.TRANSFER_ENCODING);

    private final Request request;
    private final Duration timeout;
    private final Deadlines deadlines;
    private volatile Deadlines.@Nullable Deadline deadline;

    ExactHttpClient(Request request, Duration timeout, Deadlines deadlines) {
        this.request = request;
        this.timeout = timeout;
        this.deadlines = deadlines;
        setReuseStrategy(NoConnectionReuseStrategy.INSTANCE);
        setHttpRequestRetryHandler((exception, count, context) -> false);
        HttpParams params = getParams();
        int milliseconds = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
        HttpConnectionParams.setConnectionTimeout(params, milliseconds);
        HttpConnectionParams.setSoTimeout(params, milliseconds);
        params.setParameter(org.apache.http.client.params.ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
        params.setParameter(org.apache.http.client.params.ClientPNames.HANDLE_AUTHENTICATION, false);
    }

    /** {@return whether the connection was closed because the time was up} */
    boolean isOverdue() {
        Deadlines.Deadline started = deadline;
        return started != null && started.hasPassed();
    }

    /** Ends all that is left of the exchange. */
    @Override
    public void close() {
        Deadlines.Deadline started = deadline;
        if (started != null) {
            started.cancel();
        }
        getConnectionManager().shutdown();
    }

    @Override
    protected HttpRequestExecutor createRequestExecutor() {
        return new HttpRequestExecutor() {
            @Override
            public HttpResponse execute(HttpRequest prepared, HttpClientConnection connection, HttpContext context)
                    throws IOException, HttpException {
                deadline = deadlines.after(timeout, () -> getConnectionManager().shutdown());
                HttpResponse response = super.execute(exact(prepared), connection, context);
                HttpEntity entity = response.getEntity();
                if (entity == null) {
                    refuseSurplus(connection, "octets came behind an answer that has no body");
                } else {
                    response.setEntity(new BoundedEntity(
                            entity, () -> refuseSurplus(connection, surplus(entity.getContentLength()))));
                }
                return response;
            }
        };
    }

    /** What is sent at once is there at once: nobody waits for more. */
    private static void refuseSurplus(HttpClientConnection connection, String message) throws IOException {
        if (connection.isOpen() && connection.isResponseAvailable(1)) {
            throw new SurplusException(message);
        }
    }

    private static String surplus(long length) {
        return length < 0
                ? "octets came behind the last chunk of the body"
                : "the body goes on behind the " + length + " octets that Content-Length says";
    }

    private HttpRequest exact(HttpRequest prepared) {
        BasicRequestLine line = new BasicRequestLine(request.method(), request.target(), HttpVersion.HTTP_1_1);
        HttpRequest exact = new BasicHttpRequest(line);
        if (prepared instanceof HttpEntityEnclosingRequest enclosing) {
            BasicHttpEntityEnclosingRequest withEntity = new BasicHttpEntityEnclosingRequest(line);
            withEntity.setEntity(enclosing.getEntity());
            exact = withEntity;
        }
        for (String name : FROM_BELOW) {
            for (Header header : prepared.getHeaders(name)) {
                exact.addHeader(header);
            }
        }
        for (plumbline.contract.http.Header header : request.headers()) {
            exact.addHeader(header.name(), header.value());
        }
        return exact;
    }
}
