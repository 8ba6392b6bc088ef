package plumbline.conformance.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneBehindTests {
    private final List<String> told = new ArrayList<>();

    @Test
    void isAlwaysOneBehind() {
        try (OneBehind<String> behind = new OneBehind<>(told::add)) {
            for (int i = 0; i < 100; i++) {
                String number = "task " + i;
                behind.add(() -> number);
                assertThat(told).hasSize(i);
            }
        }

        assertThat(told)
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "task " + i).toList());
    }

    @Test
    void worksInAnotherThreadAndTellsInThisOne() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicReference<Thread> teller = new AtomicReference<>();
        CountDownLatch isGoneOn = new CountDownLatch(1);
        try (OneBehind<String> behind = new OneBehind<>(result -> teller.set(Thread.currentThread()))) {
            behind.add(() -> {
                worker.set(Thread.currentThread());
                await(isGoneOn);
                return "";
            });
            isGoneOn.countDown();
        }

        assertThat(teller.get()).isSameAs(Thread.currentThread());
        assertThat(worker.get()).isNotNull().isNotSameAs(teller.get());
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalArgumentException.class, AssertionError.class})
    void passesFailuresOn(Class<? extends Throwable> kind) {
        OneBehind<String> behind = new OneBehind<>(told::add);
        behind.add(() -> {
            if (kind == AssertionError.class) {
                throw new AssertionError("wrong");
            }
            throw new IllegalArgumentException("wrong");
        });

        assertThatThrownBy(behind::close).isInstanceOf(kind).hasMessage("wrong");
        assertThat(told).isEmpty();
    }

    @Test
    void tellsWhatIsLeftWhereTheNextCannotBeBegun() {
        assertThatThrownBy(() -> {
                    try (OneBehind<String> behind = new OneBehind<>(told::add)) {
                        behind.add(() -> "first");
                        throw new IllegalStateException("no second");
                    }
                })
                .hasMessage("no second");

        assertThat(told).containsExactly("first");
    }

    @Test
    void losesNothingWhereItsThreadIsInterrupted() {
        try (OneBehind<String> behind = new OneBehind<>(told::add)) {
            behind.add(() -> "first");
            Thread.currentThread().interrupt();
            behind.finish();

            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(told).containsExactly("first");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
