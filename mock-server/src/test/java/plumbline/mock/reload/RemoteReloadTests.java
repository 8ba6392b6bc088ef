package plumbline.mock.reload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteReloadTests {
    private final AtomicReference<String> version = new AtomicReference<>("first");
    private final AtomicInteger unchanged = new AtomicInteger();
    private HttpServer documents = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() {
        documents.createContext("/api.yaml", this::answer);
        documents.start();
    }

    @AfterEach
    void stop() {
        documents.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String now = version.get();
        String tag = '"' + now + '"';
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] text = """
                openapi: 3.1.0
                info: {title: Remote, version: '1'}
                paths: {/version: {get: {responses: {'200': {description: ok, content: {text/plain: {example: VERSION}}}}}}}
                """.replace("VERSION", now).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    @Test
    void documentsAtUrlsAreAskedForByTheirTag() {
        String url = "http://127.0.0.1:" + documents.getAddress().getPort() + "/api.yaml";
        try (ReloadingMock mock = ReloadingMock.of(url, Path.of(""))) {
            assertThat(mock.get("/version").body()).isEqualTo("first");
            ReloadingMock.await("a conditional request", () -> unchanged.get() > 0);

            version.set("second");
            mock.awaitAnswer("/version", "second");
            ReloadingMock.await("a notice of it", () -> !mock.reloaded.isEmpty());

            assertThat(mock.reloaded).hasSize(1).first().asString().contains(url);
        }
    }
}
