package plumbline.conformance.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LanesTests {
    private final List<String> done = new CopyOnWriteArrayList<>();

    private Supplier<String> noting(String name) {
        return () -> {
            done.add(name);
            return name;
        };
    }

    @Test
    void goBeforeWhatIsOnNone() throws Exception {
        CountDownLatch isFilled = new CountDownLatch(1);
        List<Future<String>> all = new ArrayList<>();
        try (Lanes lanes = new Lanes(1)) {
            all.add(lanes.submit(() -> waited(isFilled)));
            all.add(lanes.submit(noting("beside")));
            all.add(lanes.submit("/shops", noting("first")));
            all.add(lanes.submit(noting("beside, too")));
            all.add(lanes.submit("/shops", noting("second")));
            isFilled.countDown();
            for (Future<String> task : all) {
                task.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(done).containsExactly("first", "second", "beside", "beside, too");
    }

    @Test
    void areWorkedOnSideBySide() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (Lanes lanes = new Lanes(2)) {
            Future<String> one = lanes.submit("/shops", () -> met(both));
            Future<String> other = lanes.submit("/orders", () -> met(both));

            assertThat(List.of(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS)))
                    .containsOnly("met");
        }
    }

    @Test
    void goOnAfterAFailure() throws Exception {
        try (Lanes lanes = new Lanes(1)) {
            Future<String> failing = lanes.submit("/shops", () -> {
                throw new IllegalStateException("on purpose");
            });

            assertThatThrownBy(() -> failing.get(60, TimeUnit.SECONDS)).hasRootCauseMessage("on purpose");
            assertThat(lanes.submit("/shops", noting("next")).get(60, TimeUnit.SECONDS))
                    .isEqualTo("next");
        }
    }

    private static String waited(CountDownLatch latch) {
        try {
            latch.await();
            return "waited";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String met(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
            return "met";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
