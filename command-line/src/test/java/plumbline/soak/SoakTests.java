package plumbline.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** For half an hour, or as long as {@code -Dplumbline.soak=PT10M} says, of which the first sixth is for warming up. */
@Tag("soak")
@EnabledOnOs(OS.LINUX)
class SoakTests {
    private static final Duration TIME = Duration.parse(System.getProperty("plumbline.soak", "PT30M"));
    private static final int CUSTOMERS = 4;
    private static final int STEP_MILLIS = 40;
    private static final int RELOAD_MILLIS = 8_000;
    private static final double FLAT = 0.02;

    /** In less time, what comes and goes between two collections is more than what is there to stay. */
    private static final Duration JUDGED = Duration.ofMinutes(30);

    /** How much more is done while it warms up: what Java compiles when it is asked often, it compiles then. */
    private static final int HASTE = 4;

    private final Troubles troubles = new Troubles();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(CUSTOMERS + 3);

    private final List<Future<?>> repeated = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void leavesTheMemoryAsItIsAndEveryClientServed() throws Exception {
        AtomicInteger answers = new AtomicInteger();
        AtomicInteger changes = new AtomicInteger();
        Contract contract = Contract.in(folder);
        try (MockProcess mock = MockProcess.start(folder, contract.file());
                SlowClients slow = new SlowClients(mock.port())) {
            ResidentMemory memory = new ResidentMemory(mock.pid(), TIME.dividedBy(6), TIME.dividedBy(30));
            for (int i = 0; i < CUSTOMERS; i++) {
                Customer customer = new Customer(URI.create("http://127.0.0.1:" + mock.port() + "/api/"));
                every(STEP_MILLIS, () -> {
                    for (int step = memory.isWarm() ? HASTE - 1 : 0; step < HASTE; step++) {
                        customer.step();
                        answers.incrementAndGet();
                    }
                });
            }
            every(1_000, slow::drip);
            every(RELOAD_MILLIS / HASTE, () -> {
                if (!memory.isWarm() || changes.getAndIncrement() % HASTE == 0) {
                    contract.change();
                }
            });
            every(5_000, memory::look);

            assertThat(new CountDownLatch(1).await(TIME.toSeconds(), TimeUnit.SECONDS))
                    .isFalse();
            repeated.forEach(work -> work.cancel(false));
            clock.shutdown();
            assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            mock.stop();
            System.out.println("soak: " + answers + " steps, " + memory);

            assertThat(troubles.all()).isEmpty();
            assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("Exception", "fault of Plumbline");
            assertThat(answers.get()).isGreaterThan((int) TIME.toSeconds());
            if (TIME.compareTo(JUDGED) >= 0) {
                assertThat(memory.growth()).as(memory.toString()).isBetween(-FLAT, FLAT);
            }
        }
    }

    private void every(int millis, Troubles.Work work) {
        repeated.add(clock.scheduleAtFixedRate(() -> troubles.of(work), millis, millis, TimeUnit.MILLISECONDS));
    }
}
