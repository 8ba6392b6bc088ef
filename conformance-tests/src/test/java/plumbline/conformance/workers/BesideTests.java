package plumbline.conformance.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BesideTests {
    @Test
    void handsOnInOrderInTheThreadThatBrings() {
        List<Integer> told = new ArrayList<>();
        Set<Thread> tellers = new HashSet<>();
        Set<Thread> workers = new HashSet<>();
        try (Beside<Integer> beside = new Beside<>(result -> {
            told.add(result);
            tellers.add(Thread.currentThread());
        })) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                beside.add(() -> {
                    workers.add(Thread.currentThread());
                    return number;
                });
            }
            beside.finish();
        }

        assertThat(told).isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(tellers).containsExactly(Thread.currentThread());
        assertThat(workers).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void goesOnWhileATaskIsDone() {
        List<String> told = new ArrayList<>();
        CountDownLatch isGoneOn = new CountDownLatch(1);
        try (Beside<String> beside = new Beside<>(told::add)) {
            beside.add(() -> {
                await(isGoneOn);
                return "first";
            });
            beside.add(() -> "second");
            assertThat(told).isEmpty();
            isGoneOn.countDown();
            beside.finish();
        }

        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void passesFailuresOn() {
        try (Beside<String> beside = new Beside<>(result -> {})) {
            beside.add(() -> {
                throw new IllegalArgumentException("wrong");
            });

            assertThatThrownBy(beside::finish)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("wrong");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
