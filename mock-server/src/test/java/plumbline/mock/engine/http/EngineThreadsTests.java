package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.EngineSettings;

@Isolated("looks at all threads of the process")
class EngineThreadsTests extends EngineTest {
    private static final List<String> OF_OTHERS =
            List.of("ForkJoinPool", "HttpClient", "Common-Cleaner", "process reaper", "Attach Listener");

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private static Set<Thread> since(Set<Thread> before) {
        Set<Thread> threads = threads();
        threads.removeAll(before);
        threads.removeIf(thread -> OF_OTHERS.stream().anyMatch(thread.getName()::startsWith));
        return threads;
    }

    @RepeatedTest(20)
    void endWhenTheEngineIsClosed() throws Exception {
        Set<Thread> before = threads();
        WireMockEngine engine = start(request -> new EngineAnswer(Response.of(200), Duration.ofMillis(1)));
        RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost");

        engine.close();

        assertThat(since(before)).isEmpty();
    }

    @Test
    void endWhenTheEngineIsShutDownByARequest() throws Exception {
        Set<Thread> before = threads();
        WireMockEngine engine = start(request -> text("ok"));
        RawExchange.of(engine.port(), "POST /__admin/shutdown HTTP/1.1", "Host: localhost");

        engine.join();
        engine.close();

        assertThat(since(before)).isEmpty();
    }

    @Test
    void mayCloseTheEngineThemselves() throws Exception {
        Set<Thread> before = threads();
        CompletableFuture<WireMockEngine> itself = new CompletableFuture<>();
        WireMockEngine engine = start(EngineSettings.defaults().withGrace(Duration.ZERO), request -> {
            itself.join().close();
            return text("closed");
        });
        itself.complete(engine);

        try {
            RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost");
        } catch (IOException reset) {
            assertThat(reset).isInstanceOf(SocketException.class);
        }
        engine.close();

        assertThat(since(before)).isEmpty();
    }

    @Test
    void areDaemons() throws Exception {
        Set<Thread> before = threads();
        WireMockEngine engine = start(request -> text("ok"));
        RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost");

        assertThat(since(before)).isNotEmpty().allMatch(Thread::isDaemon);
    }
}
