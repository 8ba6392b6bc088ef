package plumbline.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DownloadTests {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!stopped.get()) {
                    out.write(' ');
                    out.flush();
                    Thread.onSpinWait();
                }
            } catch (IOException gone) {
                stopped.set(true);
            }
        });
        server.createContext("/whole", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(new byte[] {'{', '}'});
            }
        });
        server.createContext("/silent", exchange -> {
            while (!stopped.get()) {
                Thread.onSpinWait();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        stopped.set(true);
        server.stop(0);
    }

    private Source.Fetched fetch(String path, Duration whole) throws IOException, TimeoutException {
        return new Download(whole, (from, to) -> true)
                .fetch(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    @Test
    void takesWhatComesInTime() throws IOException, TimeoutException {
        assertThat(fetch("/whole", Duration.ofSeconds(60)).text()).asString().isEqualTo("{}");
    }

    @Test
    void endsThoughAServerDripsForEver() {
        // Long enough for the next octet to be there in time on a busy machine.
        assertThatThrownBy(() -> fetch("/drip", Duration.ofSeconds(3)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("has not come whole within 3 seconds");
    }

    @Test
    void endsThoughAServerNeverAnswers() {
        assertThatThrownBy(() -> fetch("/silent", Duration.ofMillis(50)))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("nothing came for 50 milliseconds");
    }
}
