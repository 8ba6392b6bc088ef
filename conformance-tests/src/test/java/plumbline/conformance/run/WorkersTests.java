package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.Report;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;
import plumbline.text.Glob;

class WorkersTests {
    private static final String RIGHT = """
            {"kind":"book","title":"Any","price":12.5,"tags":["novel"],"isbn":"9780000000000"}""";

    private static final Selection WRITES = new Selection(
            List.of(new Glob("createArticle"), new Glob("changeArticle")), List.of(), Set.of(), Shard.whole());

    /** How a shop may treat what it should refuse. */
    enum Treatment {
        REFUSED,
        TAKEN,
        TAKEN_IF_NULL,
        BROKEN,
        FORBIDDEN,
        REFUSED_AS_UNDOCUMENTED;

        private Handler by(ShopServer shop) {
            return switch (this) {
                case REFUSED -> shop;
                case TAKEN -> request -> orElse(shop, request, reply -> shop.answer(right(request)));
                case TAKEN_IF_NULL ->
                    request -> orElse(
                            shop,
                            request,
                            reply -> request.body().text().contains(":null") ? shop.answer(right(request)) : reply);
                case BROKEN -> request -> orElse(shop, request, reply -> Reply.of(500));
                case FORBIDDEN -> request -> orElse(shop, request, reply -> Reply.of(403));
                case REFUSED_AS_UNDOCUMENTED -> request -> orElse(shop, request, reply -> reply.withStatus(418));
            };
        }

        private static Reply orElse(ShopServer shop, Request request, Function<Reply, Reply> treat) {
            Reply reply = shop.answer(request);
            boolean isWrite = Set.of("POST", "PUT", "PATCH").contains(request.method());
            return reply.status() == 400 && isWrite ? treat.apply(reply) : reply;
        }

        private static Request right(Request request) {
            return request.withHeader("Content-Type", "application/json").withBody(Body.of(RIGHT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void verdictsAreTheSameHoweverManyWorkersThereAre(Treatment treatment) {
        assertThat(verdicts(treatment, 8)).isEqualTo(verdicts(treatment, 1));
    }

    @Test
    void whatMustBeRefusedIsSentSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        ShopServer shop = new ShopServer();

        Report report = run(twoRefusals(), 2, request -> {
            Reply reply = shop.answer(request);
            if (reply.status() == 400) {
                await(both);
            }
            return reply;
        });

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
    }

    @Test
    void whatMayChangeSomethingIsSentAlone() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger beside = new AtomicInteger();
        AtomicInteger changes = new AtomicInteger();
        ShopServer shop = new ShopServer();

        run(WRITES, 8, request -> {
            int before = underWay.getAndIncrement();
            Reply reply = shop.answer(request);
            boolean isChange =
                    reply.status() / 100 == 2 && !Set.of("GET", "HEAD").contains(request.method());
            if (isChange) {
                changes.incrementAndGet();
                beside.addAndGet(before + underWay.get() - 1);
            }
            underWay.decrementAndGet();
            return reply;
        });

        assertThat(changes).hasPositiveValue();
        assertThat(beside).hasValue(0);
    }

    @Test
    void aSurpriseIsRepeatedAloneBeforeItIsTold() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger refused = new AtomicInteger();
        ShopServer shop = new ShopServer();

        Report report = run(twoRefusals(), 2, request -> {
            Reply reply = shop.answer(request);
            if (reply.status() == 400 && refused.incrementAndGet() <= 2) {
                await(both);
                return Reply.of(500);
            }
            return reply;
        });

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
        assertThat(refused).hasValue(4);
    }

    @Test
    void whatWasTakenIsToldThoughItIsMissedWhenItIsRepeated() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger refused = new AtomicInteger();
        ShopServer shop = new ShopServer();

        Report report = run(twoRefusals(), 2, request -> {
            Reply reply = shop.answer(request);
            if (reply.status() != 400 || refused.incrementAndGet() > 2) {
                return reply.status() == 400 ? reply.withStatus(409) : reply;
            }
            await(both);
            return shop.answer(Treatment.right(request));
        });

        assertThat(report.verdicts())
                .hasSize(2)
                .allSatisfy(verdict -> assertThat(verdict.findings())
                        .extracting(Finding::check)
                        .contains("invalid-input-refused"));
    }

    private static List<String> verdicts(Treatment treatment, int workers) {
        return run(WRITES, workers, treatment.by(new ShopServer())).verdicts().stream()
                .map(verdict -> verdict.subject().id() + " " + verdict.outcome() + " "
                        + verdict.findings().stream().map(Finding::check).toList())
                .toList();
    }

    private static Selection twoRefusals() {
        Set<String> ids = ConformanceSuite.prepare(
                        options(Target.of(URI.create("http://127.0.0.1:1/api")), Selection.all(), 1))
                .plan()
                .cases()
                .stream()
                .filter(subject -> "POST".equals(subject.request().method())
                        && subject.expectation() instanceof Expectation.InputRefused)
                .map(Case::id)
                .limit(2)
                .collect(Collectors.toSet());
        return new Selection(List.of(), List.of(), ids, Shard.whole());
    }

    private static Report run(Selection selection, int workers, Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            Target target = Target.of(server.baseUrl()).withTimeout(Duration.ofSeconds(30));
            return Suites.run(options(target, selection, workers));
        }
    }

    private static ConformanceOptions options(Target target, Selection selection, int workers) {
        return Suites.shop(target)
                .withPhases(EnumSet.of(Phase.EXAMPLES, Phase.COVERAGE, Phase.LIFECYCLE))
                .withRunOptions(
                        RunOptions.standard().withSelection(selection).withPace(new Pace(workers, 0, Duration.ZERO)));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
