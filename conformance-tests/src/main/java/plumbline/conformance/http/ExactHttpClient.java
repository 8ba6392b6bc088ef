package plumbline.conformance.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.conn.ssl.X509HostnameVerifier;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.SystemDefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.params.HttpProtocolParams;
import org.apache.http.params.SyncBasicHttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;

/**
 * Sends requests as they are, one at a time: targets and headers are put on the wire without the changes that REST-assured and
 * Apache's client make on the way. REST-assured takes no newer kind of client.
 */
@SuppressWarnings("deprecation")
final class ExactHttpClient extends SystemDefaultHttpClient {
    private static final int SOCKET_BUFFER = 8192;

    private final Route route;
    private final Duration timeout;
    private final Deadlines deadlines;
    private @Nullable ExactRequest request;
    private @Nullable ExactConnection connection;
    private Deadlines.@Nullable Deadline deadline;
    private long lastUsed;

    /**
     * Prepares to send.
     *
     * @param isKeeping whether one exchange may use the connection of the last
     */
    ExactHttpClient(Route route, Duration timeout, Deadlines deadlines, boolean isKeeping) {
        this.route = route;
        this.timeout = timeout;
        this.deadlines = deadlines;
        if (!isKeeping) {
            setReuseStrategy(NoConnectionReuseStrategy.INSTANCE);
        }
        setHttpRequestRetryHandler((exception, count, context) -> false);
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
                .ifPresent(proxy -> setRoutePlanner(
                        (host, message, context) -> new HttpRoute(host, null, proxy, route.tls() != null)));
    }

    /** An answer with all octets of its body. */
    record Exchanged(HttpResponse response, Body body) {}

    /** As they are by default, but for a User-Agent that nobody is sent: the client would read it from its archive each time. */
    @Override
    protected HttpParams createHttpParams() {
        HttpParams params = new SyncBasicHttpParams();
        HttpProtocolParams.setVersion(params, HttpVersion.HTTP_1_1);
        HttpConnectionParams.setTcpNoDelay(params, true);
        HttpConnectionParams.setSocketBufferSize(params, SOCKET_BUFFER);
        // It waits for a millisecond each time.
        HttpConnectionParams.setStaleCheckingEnabled(params, false);
        int milliseconds = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
        HttpConnectionParams.setConnectionTimeout(params, milliseconds);
        HttpConnectionParams.setSoTimeout(params, milliseconds);
        params.setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
        params.setParameter(ClientPNames.HANDLE_AUTHENTICATION, false);
        params.setParameter(ClientPNames.HANDLE_REDIRECTS, false);
        return params;
    }

    @Override
    protected ClientConnectionManager createClientConnectionManager() {
        return new BasicClientConnectionManager(SchemeRegistryFactory.createSystemDefault()) {
            @Override
            protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
                return new DefaultClientConnectionOperator(schemes) {
                    @Override
                    public OperatedClientConnection createConnection() {
                        ExactConnection created = new ExactConnection();
                        connection = created;
                        return created;
                    }
                };
            }
        };
    }

    /** {@return whether the connection was closed because the time was up} */
    boolean isOverdue() {
        return deadline != null && deadline.hasPassed();
    }

    /** {@return what came of a request} */
    Exchanged exchange(Request sent) throws IOException {
        ExactRequest exact = new ExactRequest(sent, route);
        request = exact;
        deadline = null;
        if (isConnected() && hasMore()) {
            // It is of no request of ours.
            disconnect();
        }
        try {
            HttpResponse response = execute(route.host(), exact.envelope());
            HttpEntity entity = response.getEntity();
            return new Exchanged(response, entity == null ? Body.empty() : body(entity));
        } finally {
            Deadlines.@Nullable Deadline started = deadline;
            if (started != null) {
                started.cancel();
            }
            lastUsed = System.nanoTime();
        }
    }

    /** However much the server says that it sends, what comes is taken piece by piece. */
    private static Body body(HttpEntity entity) throws IOException {
        try (InputStream content = entity.getContent()) {
            return Body.of(content.readAllBytes());
        }
    }

    /** {@return whether a connection is open, from the last exchange} */
    boolean isConnected() {
        ExactConnection last = connection;
        return last != null && last.isOpen();
    }

    /** {@return whether nothing was sent for so long} */
    boolean isIdleFor(Duration time) {
        return System.nanoTime() - lastUsed >= time.toNanos();
    }

    /** Ends all that is left of the last exchange. */
    void disconnect() {
        getConnectionManager().closeIdleConnections(0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected HttpRequestExecutor createRequestExecutor() {
        return new HttpRequestExecutor() {
            @Override
            public HttpResponse execute(HttpRequest prepared, HttpClientConnection line, HttpContext context)
                    throws IOException, HttpException {
                if (isForProxy(prepared)) {
                    route.proxyAuthorization()
                            .ifPresent(shown -> prepared.setHeader(ExactRequest.PROXY_AUTHORIZATION, shown));
                    return letThrough(super.execute(prepared, line, context));
                }
                deadline = deadlines.after(timeout, () -> cut(line));
                HttpResponse response = super.execute(request().written(prepared), line, context);
                HttpEntity entity = response.getEntity();
                if (entity == null) {
                    refuseSurplus("octets came behind an answer that has no body");
                } else {
                    response.setEntity(
                            new BoundedEntity(entity, () -> refuseSurplus(surplus(entity.getContentLength()))));
                }
                return response;
            }
        };
    }

    /** Whoever waits for the line is told by an exception. */
    private static void cut(HttpClientConnection line) {
        try {
            line.shutdown();
        } catch (IOException e) {
            return;
        }
    }

    private boolean isForProxy(HttpRequest prepared) {
        return route.tls() != null
                && "CONNECT".equals(prepared.getRequestLine().getMethod())
                && !"CONNECT".equals(request().request().method());
    }

    private ExactRequest request() {
        return Objects.requireNonNull(request, "nothing is being sent");
    }

    private static HttpResponse letThrough(HttpResponse response) throws ProxyRefusedException {
        int status = response.getStatusLine().getStatusCode();
        if (status >= 300) {
            throw new ProxyRefusedException("the proxy does not let us through: it answered with " + status);
        }
        return response;
    }

    /** What is sent at once is there at once, so that nobody need wait for more. */
    private void refuseSurplus(String message) throws IOException {
        if (hasMore()) {
            throw new SurplusException(message);
        }
    }

    private boolean hasMore() throws IOException {
        ExactConnection last = connection;
        return last != null && last.hasMore();
    }

    private static String surplus(long length) {
        return length < 0
                ? "octets came behind the last chunk of the body"
                : "the body goes on behind the " + length + " octets that Content-Length says";
    }
}
