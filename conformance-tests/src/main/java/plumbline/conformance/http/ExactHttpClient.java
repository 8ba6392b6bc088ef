package plumbline.conformance.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.conn.ssl.X509HostnameVerifier;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.message.BasicRequestLine;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.params.HttpProtocolParams;
import org.apache.http.params.SyncBasicHttpParams;
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

    private static final int SOCKET_BUFFER = 8192;

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private final Request request;
    private final Route route;
    private final Duration timeout;
    private final Deadlines deadlines;
    private volatile Deadlines.@Nullable Deadline deadline;

    ExactHttpClient(Request request, Route route, Duration timeout, Deadlines deadlines) {
        this.request = request;
        this.route = route;
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
        SSLContext tls = route.tls();
        if (tls != null) {
            X509HostnameVerifier verifier = route.isInsecure()
                    ? SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER
                    : SSLSocketFactory.BROWSER_COMPATIBLE_HOSTNAME_VERIFIER;
            getConnectionManager()
                    .getSchemeRegistry()
                    .register(new Scheme("https", 443, new SSLSocketFactory(tls, verifier)));
        }
        route.proxyHost()
                .ifPresent(proxy -> super.setRoutePlanner(
                        (host, message, context) -> new HttpRoute(host, null, proxy, route.tls() != null)));
    }

    /** As they are by default, but for a User-Agent that nobody is sent: the client would read it from its archive each time. */
    @Override
    protected HttpParams createHttpParams() {
        HttpParams params = new SyncBasicHttpParams();
        HttpProtocolParams.setVersion(params, HttpVersion.HTTP_1_1);
        HttpConnectionParams.setTcpNoDelay(params, true);
        HttpConnectionParams.setSocketBufferSize(params, SOCKET_BUFFER);
        return params;
    }

    /** REST-assured sets one that knows the proxies of Java. */
    @Override
    public synchronized void setRoutePlanner(HttpRoutePlanner planner) {
        if (route.proxy() == null) {
            super.setRoutePlanner(planner);
        }
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
                if (isForProxy(prepared)) {
                    route.proxyAuthorization().ifPresent(shown -> prepared.setHeader(PROXY_AUTHORIZATION, shown));
                    return letThrough(super.execute(prepared, connection, context));
                }
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

    private boolean isForProxy(HttpRequest prepared) {
        return route.tls() != null
                && "CONNECT".equals(prepared.getRequestLine().getMethod())
                && !"CONNECT".equals(request.method());
    }

    private static HttpResponse letThrough(HttpResponse response) throws ProxyRefusedException {
        int status = response.getStatusLine().getStatusCode();
        if (status >= 300) {
            throw new ProxyRefusedException("the proxy does not let us through: it answered with " + status);
        }
        return response;
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
        String target = route.isReadByProxy() ? route.origin() + request.target() : request.target();
        BasicRequestLine line = new BasicRequestLine(request.method(), target, HttpVersion.HTTP_1_1);
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
        if (route.isReadByProxy()) {
            for (String shown : route.proxyAuthorization().stream().toList()) {
                exact.setHeader(PROXY_AUTHORIZATION, shown);
            }
        }
        return exact;
    }
}
