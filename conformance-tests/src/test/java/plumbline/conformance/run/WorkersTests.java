package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.Report;
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
    void whatChangesTheSameThingsIsSentOneAfterTheOther() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger beside = new AtomicInteger();
        AtomicInteger changes = new AtomicInteger();
        ShopServer shop = new ShopServer();

        run(Selection.all(), 8, request -> {
            if (!Set.of("PUT", "PATCH").contains(request.method())) {
                return shop.answer(request);
            }
            int before = underWay.getAndIncrement();
            Reply reply = shop.answer(request);
            if (reply.status() / 100 == 2) {
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
    void whatMakesItemsOfItsOwnIsSentSideBySide() {
        Set<String> two = ids(subject -> subject.expectation() instanceof Expectation.InputAccepted);
        Selection creations = new Selection(List.of(), List.of(), two, Shard.whole());
        AtomicInteger made = new AtomicInteger();
        ShopServer first = new ShopServer();
        run(creations, 1, request -> counted(made, first.answer(request)));
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger left = new AtomicInteger(made.get());
        ShopServer second = new ShopServer();

        Report report = run(creations, 2, request -> {
            Reply reply = second.answer(request);
            if (reply.status() == 201 && left.getAndDecrement() <= 2) {
                await(both);
            }
            return reply;
        });

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
        assertThat(made).hasValueGreaterThanOrEqualTo(2);
    }

    @Test
    void whatRemovesDifferentThingsIsSentSideBySide(@TempDir Path folder) throws IOException {
        CyclicBarrier both = new CyclicBarrier(2);
        Report report = twoRemovals(folder, Target::disposable, request -> {
            await(both);
            return Reply.of(204);
        });

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
    }

    @Test
    void whetherSomethingMayBeRemovedIsAskedSideBySide(@TempDir Path folder) throws IOException {
        CyclicBarrier both = new CyclicBarrier(2);
        Report report = twoRemovals(folder, Target::withWrites, request -> {
            if ("GET".equals(request.method())) {
                await(both);
            }
            return Reply.of(404);
        });

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
    }

    private static Report twoRemovals(Path folder, UnaryOperator<Target> allowing, Handler handler) throws IOException {
        String item = "{parameters: [{name: id, in: path, required: true, schema: {type: string}}],"
                + " get: {responses: {'404': {description: none}}},"
                + " delete: {responses: {'204': {description: gone}, '404': {description: none}}}}";
        Path contract = Files.writeString(
                folder.resolve("two.yaml"),
                "openapi: 3.1.0\ninfo: {title: Two, version: '1'}\n" + "paths: {'/pens/{id}': " + item
                        + ", '/cups/{id}': " + item + "}\n");
        Selection removals = new Selection(List.of(new Glob("DELETE *")), List.of(), Set.of(), Shard.whole());
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(ConformanceOptions.of(
                            allowing.apply(Target.of(server.baseUrl())).withTimeout(Duration.ofSeconds(30)))
                    .withContract(contract.toString())
                    .withPhases(EnumSet.of(Phase.EXAMPLES))
                    .withRunOptions(
                            RunOptions.standard().withSelection(removals).withPace(new Pace(2, 0, Duration.ZERO))));
        }
    }

    private static Reply counted(AtomicInteger made, Reply reply) {
        if (reply.status() == 201) {
            made.incrementAndGet();
        }
        return reply;
    }

    @Test
    void anOperationThatTakesWhatIsWrongNeedNotShowItAloneEachTime() {
        AtomicInteger taken = new AtomicInteger();
        ShopServer shop = new ShopServer();

        Report report = run(
                WRITES,
                8,
                request -> Treatment.orElse(shop, request, reply -> {
                    taken.incrementAndGet();
                    return shop.answer(Treatment.right(request));
                }));

        assertThat(report.counts().failed()).isGreaterThan(20);
        assertThat(taken).hasValueLessThan(report.counts().failed() * 3 / 2);
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
        Set<String> two = ids(subject -> subject.expectation() instanceof Expectation.InputRefused);
        return new Selection(List.of(), List.of(), two, Shard.whole());
    }

    private static Set<String> ids(Predicate<Case> isWanted) {
        Target nowhere = Target.of(URI.create("http://127.0.0.1:1/api"));
        return ConformanceSuite.prepare(options(nowhere, Selection.all(), 1)).plan().cases().stream()
                .filter(subject -> "POST".equals(subject.request().method()) && isWanted.test(subject))
                .map(Case::id)
                .limit(2)
                .collect(Collectors.toSet());
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
