package plumbline.mock.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** A real server, as far as tests need one; keeps what it is asked. */
public final class Upstream implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> asked = new CopyOnWriteArrayList<>();

    private Upstream(HttpServer server) {
        this.server = server;
    }

    /** {@return a server that answers so; null is to break off} */
    public static Upstream start(Function<Request, @Nullable Response> handler) {
        try {
            Upstream upstream =
                    new Upstream(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            upstream.server.createContext("/", exchange -> upstream.answer(exchange, handler));
            upstream.server.start();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, Function<Request, @Nullable Response> handler) throws IOException {
        Headers headers = Headers.none();
        for (Map.Entry<String, List<String>> field :
                exchange.getRequestHeaders().entrySet()) {
            for (String value : field.getValue()) {
                headers = headers.and(field.getKey(), value);
            }
        }
        Request request = Request.of(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString())
                .withHeaders(headers)
                .withBody(Body.of(exchange.getRequestBody().readAllBytes()));
        asked.add(request);
        Response response = handler.apply(request);
        if (response != null) {
            response.headers().forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
            boolean isHead = "HEAD".equals(request.method());
            exchange.sendResponseHeaders(
                    response.status(),
                    isHead || response.body().isEmpty() ? -1 : response.body().length());
            if (!isHead) {
                exchange.getResponseBody().write(response.body().bytes());
            }
        }
        exchange.close();
    }

    /** {@return a response with a JSON body} */
    public static Response json(int status, String body) {
        return new Response(
                status, Headers.of("Content-Type", "application/json"), Body.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** {@return what it was asked, in order} */
    public List<Request> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
