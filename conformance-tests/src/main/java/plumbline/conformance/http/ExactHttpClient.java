package plumbline.conformance.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.RequestLine;
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
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.SystemDefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.SchemeRegistryFactory;
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
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;

/**
 * Sends requests as they are, one at a time: targets and headers are put on the wire without the changes that REST-assured and
 * Apache's client make on the way. REST-assured takes no newer kind of client.
 */
@SuppressWarnings("deprecation")
final class ExactHttpClient extends SystemDefaultHttpClient {
    /** What Apache's client says where the request does not. */
    private static final List<String> USUAL = List.of(HTTP.TARGET_HOST, HTTP.CONN_DIRECTIVE);

    /** What it alone can say of a body that it sends. */
    private static final List<String> FRAMING = List.of(HTTP.CONTENT_LEN, HTTP.TRANSFER_ENCODING);

    /** Methods that say nothing of the length of a body that is not there (RFC 9110, section 8.6). */
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE");

    private static final int SOCKET_BUFFER = 8192;

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private final Route route;
    private final Duration timeout;
    private final Deadlines deadlines;
    private final HttpHost host;
    private @Nullable Request request;
    private @Nullable ExactConnection connection;
    private Deadlines.@Nullable Deadline deadline;
    private long lastUsed;

    ExactHttpClient(Route route, Duration timeout, Deadlines deadlines) {
        this.route = route;
        this.timeout = timeout;
        this.deadlines = deadlines;
        this.host = HttpHost.create(route.origin());
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
        request = sent;
        deadline = null;
        if (isConnected() && hasMore()) {
            // It is of no request of ours.
            disconnect();
        }
        try {
            HttpResponse response = execute(host, envelope(sent));
            HttpEntity entity = response.getEntity();
            return new Exchanged(response, entity == null ? Body.empty() : Body.of(EntityUtils.toByteArray(entity)));
        } finally {
            Deadlines.@Nullable Deadline started = deadline;
            if (started != null) {
                started.cancel();
            }
            lastUsed = System.nanoTime();
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

    /** What Apache's client takes for the request; only its kind matters, and its body. */
    private static HttpRequest envelope(Request sent) {
        if (sent.body().isEmpty() && BODILESS.contains(sent.method())) {
            return new BasicHttpRequest(sent.method(), "/");
        }
        BasicHttpEntityEnclosingRequest envelope = new BasicHttpEntityEnclosingRequest(sent.method(), "/");
        if (!sent.body().isEmpty()) {
            envelope.setEntity(new ByteArrayEntity(sent.body().bytes()));
        }
        return envelope;
    }

    @Override
    protected HttpRequestExecutor createRequestExecutor() {
        return new HttpRequestExecutor() {
            @Override
            public HttpResponse execute(HttpRequest prepared, HttpClientConnection line, HttpContext context)
                    throws IOException, HttpException {
                if (isForProxy(prepared)) {
                    route.proxyAuthorization().ifPresent(shown -> prepared.setHeader(PROXY_AUTHORIZATION, shown));
                    return letThrough(super.execute(prepared, line, context));
                }
                deadline = deadlines.after(timeout, () -> cut(line));
                HttpResponse response = super.execute(exact(prepared), line, context);
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
                && !"CONNECT".equals(request().method());
    }

    private Request request() {
        return Objects.requireNonNull(request, "nothing is being sent");
    }

    private static HttpResponse letThrough(HttpResponse response) throws ProxyRefusedException {
        int status = response.getStatusLine().getStatusCode();
        if (status >= 300) {
            throw new ProxyRefusedException("the proxy does not let us through: it answered with " + status);
        }
        return response;
    }

    /** What is sent at once is there at once: nobody waits for more. */
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

    private HttpRequest exact(HttpRequest prepared) {
        Request sent = request();
        String target = route.isReadByProxy() ? route.origin() + sent.target() : sent.target();
        BasicRequestLine line = new BasicRequestLine(sent.method(), target, HttpVersion.HTTP_1_1);
        HttpRequest exact = exact(line, prepared);
        Headers own = framed(prepared, sent.headers());
        Stream.concat(USUAL.stream(), FRAMING.stream())
                .filter(name -> !own.contains(name))
                .flatMap(name -> Stream.of(prepared.getHeaders(name)))
                .forEach(exact::addHeader);
        own.forEach(header -> exact.addHeader(header.name(), header.value()));
        if (route.isReadByProxy()) {
            for (String shown : route.proxyAuthorization().stream().toList()) {
                exact.setHeader(PROXY_AUTHORIZATION, shown);
            }
        }
        return exact;
    }

    private static HttpRequest exact(RequestLine line, HttpRequest prepared) {
        if (prepared instanceof HttpEntityEnclosingRequest enclosing) {
            BasicHttpEntityEnclosingRequest exact = new BasicHttpEntityEnclosingRequest(line);
            exact.setEntity(enclosing.getEntity());
            return exact;
        }
        return new BasicHttpRequest(line);
    }

    private static Headers framed(HttpRequest prepared, Headers own) {
        boolean isFramed = FRAMING.stream().anyMatch(prepared::containsHeader);
        Headers left = own;
        for (String name : isFramed ? FRAMING : List.<String>of()) {
            left = left.without(name);
        }
        return left;
    }
}
