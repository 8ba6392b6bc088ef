package plumbline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.conformance.Case;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.result.ExchangeObserver;
import plumbline.conformance.result.Proof;
import plumbline.conformance.target.Answer;
import plumbline.contract.Contract;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

class BesideObserverTests {
    private static final int MANY = 2_000;

    private final List<Operation> operations =
            Contract.builtIn(Optional.empty()).operations();
    private final Map<Operation, List<String>> seen = new ConcurrentHashMap<>();

    @Test
    void looksAtAllOfAnOperationInItsOrderWhoeverBringsThem() {
        BesideObserver beside = new BesideObserver(looking(exchange -> {}), 2);
        Operation operation = operations.get(0);
        IntStream.range(0, MANY).forEach(i -> beside.saw(exchange(operation, i), true));

        assertThat(beside.proof()).isSameAs(Proof.NONE);
        assertThat(seen.get(operation))
                .isEqualTo(IntStream.range(0, MANY).mapToObj(String::valueOf).toList());
    }

    @Test
    void letsTheRunGoOnMeanwhile() throws InterruptedException {
        CountDownLatch isGoneOn = new CountDownLatch(1);
        BesideObserver beside = new BesideObserver(looking(exchange -> await(isGoneOn)), 1);

        beside.saw(exchange(operations.get(0), 1), true);
        isGoneOn.countDown();

        beside.proof();
        assertThat(seen.get(operations.get(0))).containsExactly("1");
    }

    @Test
    void tellsThatItCouldNotLook() {
        BesideObserver beside = new BesideObserver(
                looking(exchange -> {
                    throw new StackOverflowError("too deep");
                }),
                1);
        beside.saw(exchange(operations.get(0), 1), true);

        assertThatThrownBy(beside::proof).hasRootCauseMessage("too deep");
    }

    @Test
    void leavesWhatWaitsWhenTheRunIsInterrupted() {
        CountDownLatch isStopped = new CountDownLatch(1);
        BesideObserver beside = new BesideObserver(looking(exchange -> await(isStopped)), 1);
        IntStream.range(0, 100).forEach(i -> beside.saw(exchange(operations.get(0), i), true));

        beside.stop();
        isStopped.countDown();

        assertThat(beside.proof()).isSameAs(Proof.NONE);
        assertThat(seen.getOrDefault(operations.get(0), List.of())).hasSizeLessThanOrEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks. */
    private interface Look {
        void at(Exchange exchange);
    }

    private ExchangeObserver looking(Look look) {
        return new ExchangeObserver() {
            @Override
            public void saw(Exchange exchange, boolean isRight) {
                look.at(exchange);
                seen.computeIfAbsent(exchange.subject().operation(), first -> new CopyOnWriteArrayList<>())
                        .add(exchange.response().body().text());
            }

            @Override
            public Proof proof() {
                return Proof.NONE;
            }
        };
    }

    private static Exchange exchange(Operation operation, int number) {
        Case subject = Case.of(operation, Phase.EXAMPLES, "a", Request.of("GET", "/"), new Expectation.Documented());
        Response response = Response.of(200).withBody(Body.of(Integer.toString(number)));
        return new Exchange(subject, new Answer.Received(response, 1, "", Duration.ZERO), null);
    }
}
