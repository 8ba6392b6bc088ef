package plumbline.mock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("looks at all threads of the process")
class EngineThreadsTests extends EngineTest {
    private static final List<String> OF_OTHERS = List.of("ForkJoinPool", "HttpClient", "Common-Cleaner");

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private static Set<Thread> since(Set<Thread> before) {
        Set<Thread> threads = threads();
        threads.removeAll(before);
        threads.removeIf(thread -> OF_OTHERS.stream().anyMatch(thread.getName()::startsWith));
        return threads;
    }

    @Test
    void endWhenTheEngineIsClosed() throws Exception {
        Set<Thread> before = threads();
        WireMockEngine engine = start(request -> text("ok"));
        RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost");

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
