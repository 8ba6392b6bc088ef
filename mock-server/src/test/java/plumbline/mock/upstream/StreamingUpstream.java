package plumbline.mock.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server whose answers come bit by bit. */
final class StreamingUpstream implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<Void> brokenOff = new CompletableFuture<>();

    /** Sends the body of an answer. */
    @FunctionalInterface
    interface Sending {
        void to(Client client) throws IOException, InterruptedException;
    }

    /** Whoever the body is sent to. */
    record Client(HttpExchange exchange) {
        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte[] octets) throws IOException {
            exchange.getResponseBody().write(octets);
            exchange.getResponseBody().flush();
        }
    }

    private StreamingUpstream(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /**
     * {@return a server that answers so with 200}
     *
     * @param type the media type
     * @param length how many octets it says that it will send; 0 to say nothing
     */
    static StreamingUpstream start(String type, long length, Sending sending) {
        try {
            StreamingUpstream upstream = new StreamingUpstream(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            upstream.server.createContext("/", exchange -> upstream.answer(exchange, type, length, sending));
            upstream.server.start();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, String type, long length, Sending sending) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, length);
        try {
            sending.to(new Client(exchange));
        } catch (IOException gone) {
            brokenOff.complete(null);
            throw gone;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    /** {@return is done when a client has gone before it was sent all} */
    CompletableFuture<Void> brokenOff() {
        return brokenOff;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
