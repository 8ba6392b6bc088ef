package plumbline.mock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

class EngineLifeTests {
    @Nested
    class Journal {
        @Test
        void knowsNoMoreThanTheLastRequests() {
            try (RunningEngine engine = RunningEngine.answering(RunningEngine.text("contract"))) {
                for (int batch = 0; batch < 15; batch++) {
                    int first = batch * 100;
                    List<CompletableFuture<?>> sent = IntStream.range(first, first + 100)
                            .<CompletableFuture<?>>mapToObj(each -> engine.later("/nr/" + each))
                            .toList();
                    sent.forEach(CompletableFuture::join);
                }
                engine.get("/last");

                String journal = engine.get("/__admin/requests").body();

                assertThat(journal.split("\"loggedDate\"", -1)).hasSize(1_001);
                assertThat(journal)
                        .contains("/last")
                        .doesNotContain("\"/nr/0\"")
                        .contains("\"total\" : 1000");
            }
        }

        @Test
        void isEmptyIfNothingShallBeKept() {
            EngineSettings settings = EngineSettings.defaults().withJournalSize(0);
            try (RunningEngine engine = RunningEngine.with(settings, RunningEngine.text("contract"))) {
                assertThat(engine.get("/x").body()).isEqualTo("contract");
                assertThat(engine.get("/__admin/requests").body()).doesNotContain("/x");
            }
        }
    }

    @Nested
    class Ports {
        @Test
        void inUseAreNamed() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                EngineSettings settings = EngineSettings.defaults().withPort(taken.getLocalPort());
                WireMockEngine engine = prepared(settings);

                assertThatThrownBy(() -> engine.listen(RunningEngine.text("x")))
                        .isInstanceOfSatisfying(
                                PortInUseException.class,
                                failure -> assertThat(failure.port()).isEqualTo(taken.getLocalPort()))
                        .hasMessageContaining("Port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
                engine.close();
            }
        }

        @Test
        void ofHostsThatAreNotOursAreRefused() {
            WireMockEngine engine = prepared(EngineSettings.defaults().withHost("203.0.113.1"));

            assertThatThrownBy(() -> engine.listen(RunningEngine.text("x")))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("203.0.113.1");
            engine.close();
        }

        @Test
        void ofHostsThatDoNotExistAreRefused() {
            WireMockEngine engine = prepared(EngineSettings.defaults().withHost("nowhere.invalid"));

            assertThatThrownBy(() -> engine.listen(RunningEngine.text("x")))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("nowhere.invalid");
            engine.close();
        }

        private WireMockEngine prepared(EngineSettings settings) {
            try {
                return WireMockEngine.prepare(settings);
            } catch (EngineException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    @Isolated("looks at all threads of the process")
    class Closing {
        @Test
        void freesThePort() throws IOException {
            RunningEngine engine = RunningEngine.answering(RunningEngine.text("contract"));
            engine.get("/x");

            engine.close();

            try (ServerSocket again = new ServerSocket()) {
                again.setReuseAddress(true);
                again.bind(new InetSocketAddress("127.0.0.1", engine.port()));
                assertThat(again.isBound()).isTrue();
            }
        }

        @Test
        void leavesNoThreadThatKeepsTheProcessAlive() {
            List<Thread> before = live();
            RunningEngine engine =
                    RunningEngine.answering(request -> new Answer(RunningEngine.plain("late"), Duration.ofMillis(1)));
            engine.get("/x");

            engine.close();

            List<Thread> left = live().stream()
                    .filter(thread -> !before.contains(thread))
                    .filter(EngineLifeTests::outlives)
                    .toList();
            assertThat(left).isEmpty();
        }

        @Test
        void isHarmlessTwice() {
            RunningEngine engine = RunningEngine.answering(RunningEngine.text("contract"));

            engine.close();
            engine.close();

            assertThatThrownBy(() -> engine.get("/x")).hasCauseInstanceOf(ConnectException.class);
        }
    }

    private static List<Thread> live() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.isDaemon())
                .toList();
    }

    /** Threads that are about to end are given some seconds for it. */
    private static boolean outlives(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thread.isAlive();
    }
}
