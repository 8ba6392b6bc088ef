package plumbline.mock.engine.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;
import plumbline.mock.because.Because;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.PortInUseException;
import plumbline.mock.engine.connections.EngineConnector;
import plumbline.mock.engine.journal.AnsweredRequest;

/**
 * Jetty as far as a mock server needs it: HTTP/1.1 on one connector, without servlets. They would take most of the start
 * and of each answer.
 */
final class EngineServer {
    private static final int IDLE_AT_END_MILLIS = 1;
    private static final int MIN_THREADS = 4;
    private static final int MAX_THREADS = 64;
    private static final int IDLE_THREAD_MILLIS = 60_000;

    /** The pool waits half as long for its threads, then interrupts them; with none it would leave idle ones asleep. */
    private static final int INTERRUPTED_AFTER_MILLIS = 1_000;

    private static final int MAX_HEAD = 32 * 1024;

    private static final Duration END_OF_THREADS = Duration.ofSeconds(2);

    private final EngineThreads threads = new EngineThreads();
    private final Server server;
    private final EngineConnector connector;
    private final ScheduledThreadPoolExecutor delays;
    private volatile int port;

    EngineServer(EngineSettings settings, @Nullable SSLContext secure, Handler handler) {
        delays = new ScheduledThreadPoolExecutor(1, threads.named("plumbline-delays"));
        delays.setRemoveOnCancelPolicy(true);
        server = new Server(pool(threads), new ScheduledExecutorScheduler(delays), null);
        server.setStopTimeout(settings.grace().toMillis());
        connector = new EngineConnector(
                server, new GracefulHandler(handler), settings.limits().patience(), factories(secure));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setReuseAddress(true);
        connector.setAcceptQueueSize(256);
        connector.setShutdownIdleTimeout(IDLE_AT_END_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(new ProblemErrors());
    }

    private static ConnectionFactory[] factories(@Nullable SSLContext secure) {
        HttpConfiguration http = http();
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        if (secure == null) {
            return new ConnectionFactory[] {plain};
        }
        // Whether the certificate is for the name that it was called by is for the client to judge.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(secure);
        return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
    }

    private static QueuedThreadPool pool(EngineThreads threads) {
        QueuedThreadPool pool = new QueuedThreadPool(
                MAX_THREADS, MIN_THREADS, IDLE_THREAD_MILLIS, 0, null, null, threads.named("plumbline"));
        pool.setStopTimeout(INTERRUPTED_AFTER_MILLIS);
        return pool;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // What one request says is not what another one on its connection has said in other letters.
        http.setHeaderCacheCaseSensitive(true);
        http.setRequestHeaderSize(MAX_HEAD);
        http.setResponseHeaderSize(MAX_HEAD);
        // Links to other pages repeat what was asked for.
        http.setMaxResponseHeaderSize(8 * MAX_HEAD);
        // A mock serves what was sent, such as %2F in a segment; what is ambiguous is for the contract to judge.
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }

    /** Tells of each request from now on but those to the administration; to be called before the start. */
    void tell(Consumer<AnsweredRequest> listener) {
        server.setRequestLog((request, response) -> {
            if (!EngineHandler.isAdministration(
                    String.valueOf(request.getHttpURI().getPath()))) {
                listener.accept(answered(request, response));
            }
        });
    }

    private static AnsweredRequest answered(Request request, Response response) {
        String because = response.getHeaders().get(Because.HEADER);
        return new AnsweredRequest(
                Instant.ofEpochMilli(Request.getTimeStamp(request)),
                request.getMethod(),
                String.valueOf(request.getHttpURI().getPathQuery()),
                response.getStatus(),
                Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()),
                because == null ? "" : because);
    }

    /** Tells what keeps clients from being answered; to be called before the start. */
    void tellTrouble(Consumer<String> listener) {
        connector.tellTrouble(listener);
    }

    void start() throws EngineException {
        try {
            server.start();
            port = connector.getLocalPort();
        } catch (Exception failure) {
            stop();
            throw explain(failure);
        }
    }

    /** {@return the port it listens on, or did before it was stopped; 0 before it is started} */
    int port() {
        return port;
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception tooSlow) {
            // The grace is over: Jetty has closed the connections, which is what a stop is for.
            server.setStopTimeout(0);
        }
        delays.shutdownNow();
        server.destroy();
    }

    /** Waits for the end of all threads, but not for ever. */
    void awaitEnd() {
        threads.join(END_OF_THREADS);
    }

    /** Does this work in a thread of its own. */
    void runApart(String name, Runnable work) {
        threads.thread(name, work).start();
    }

    private EngineException explain(Exception failure) {
        String host = connector.getHost();
        Throwable cause = failure instanceof IOException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
            return new PortInUseException(host, connector.getPort(), cause);
        }
        String why = isKnown(host) ? String.valueOf(cause.getMessage()) : "the host is not known";
        return new EngineException("Cannot listen on " + host + ":" + connector.getPort() + ": " + why, cause);
    }

    private static boolean isKnown(String host) {
        try {
            InetAddress.getByName(host);
            return true;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
