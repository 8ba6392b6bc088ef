package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.NestedShopServer;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.text.Glob;

/** A run changes nothing that it has not created, and leaves nothing behind. */
class OwnItemsTests {
    private final NestedShopServer shop = new NestedShopServer();
    private final Map<String, String> before = shop.items();

    private static ConformanceOptions options(TestServer server) {
        return ConformanceOptions.of(Target.of(server.baseUrl()).withWrites())
                .withContract(NestedShopServer.CONTRACT)
                .withValue("shopId", "41")
                .withValue("productId", "7");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aStandingServerIsAsItWasAfterEachOfThreeRuns(int workers) {
        List<List<String>> ends = new ArrayList<>();
        try (TestServer server = TestServer.start(shop)) {
            for (int i = 0; i < 3; i++) {
                Report report = Suites.run(options(server)
                        .withRunOptions(RunOptions.standard()
                                .withPace(new Pace(workers, 0, Pace.steady().patience()))));

                assertThat(shop.items()).isEqualTo(before);
                assertThat(report.verdicts()).flatExtracting(Verdict::findings).isEmpty();
                assertThat(report.heading().notes()).noneMatch(note -> note.startsWith("Left behind"));
                ends.add(report.verdicts().stream()
                        .map(verdict ->
                                verdict.outcome() + " " + verdict.subject().id())
                        .toList());
            }
        }
        assertThat(ends.get(1)).isEqualTo(ends.get(0));
        assertThat(ends.get(2)).isEqualTo(ends.get(0));
    }

    @Test
    void partsOfARunAtTheSameTimeKeepOutOfEachOthersWay() {
        int parts = 4;
        try (TestServer server = TestServer.start(shop)) {
            List<CompletableFuture<Report>> runs = IntStream.rangeClosed(1, parts)
                    .mapToObj(number -> new Selection(List.of(), List.of(), Set.of(), new Shard(number, parts)))
                    .map(part ->
                            options(server).withRunOptions(RunOptions.standard().withSelection(part)))
                    .map(options -> CompletableFuture.supplyAsync(() -> Suites.run(options)))
                    .toList();
            List<Report> reports = runs.stream().map(CompletableFuture::join).toList();

            assertThat(shop.items()).isEqualTo(before);
            assertThat(reports)
                    .flatMap(Report::verdicts)
                    .flatMap(Verdict::findings)
                    .isEmpty();
            assertThat(reports)
                    .flatMap(report -> report.heading().notes())
                    .noneMatch(note -> note.startsWith("Left behind"));
        }
    }

    @Test
    void whatACaseHasCreatedIsRemovedWithIt() {
        AtomicInteger most = new AtomicInteger();
        Handler counting = request -> {
            Reply reply = shop.answer(request);
            most.accumulateAndGet(shop.items().size() - before.size(), Math::max);
            return reply;
        };
        try (TestServer server = TestServer.start(counting)) {
            Suites.run(options(server));

            // One of each kind is kept to be changed, and one or two come and go, in a shop of their own.
            assertThat(most).satisfies(count -> assertThat(count.get()).isBetween(3, 6));
        }
    }

    @Test
    void whatChangesAnItemIsAskedOfOneOfItsOwn() {
        try (TestServer server = TestServer.start(shop)) {
            Report report = Suites.run(options(server));

            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict.subject().request().method().matches("PUT|PATCH|DELETE")
                            && verdict.subject().id().contains("/examples/"))
                    .hasSize(4)
                    .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Passed.class));
        }
    }

    @Test
    void nothingThatOthersMadeIsTouchedWhereNothingCanBeCreated() {
        Handler refusing = request -> "POST".equals(request.method()) ? Reply.of(503) : shop.answer(request);

        List<String> changing = new ArrayList<>();
        try (TestServer server = TestServer.start(noting(refusing, changing))) {
            Report report = Suites.run(options(server));

            assertThat(changing)
                    .noneMatch(request -> before.keySet().stream().anyMatch(path -> request.endsWith(path)));
            assertThat(shop.items()).isEqualTo(before);
            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict.subject().id().startsWith("removeShop/examples"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Verdict.Skipped.class,
                            skipped -> assertThat(skipped.reason())
                                    .isEqualTo("it needs an item of its own, and none could be created: createShop"
                                            + " answered 503"));
        }
    }

    @Test
    void whatOthersMadeIsLookedAtOnceBeforeItIsLeftAlone() {
        Handler refusing = request -> "POST".equals(request.method()) ? Reply.of(503) : shop.answer(request);
        Selection writing = new Selection(List.of(new Glob("replaceShop")), List.of(), Set.of(), new Shard(1, 1));

        List<String> asked = new CopyOnWriteArrayList<>();
        Handler hearing = request -> {
            asked.add(request.method() + " " + request.path());
            return refusing.answer(request);
        };
        try (TestServer server = TestServer.start(hearing)) {
            Report report = Suites.run(
                    options(server).withRunOptions(RunOptions.standard().withSelection(writing)));

            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict instanceof Verdict.Skipped)
                    .hasSizeGreaterThan(5);
        }
        assertThat(asked)
                .filteredOn(request -> before.keySet().stream().anyMatch(path -> request.endsWith(path)))
                .as("once to learn of it, once before it would be changed")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatCannotBeRemovedIsListed() {
        Handler keeping = request -> "DELETE".equals(request.method()) ? Reply.of(500) : shop.answer(request);
        try (TestServer server = TestServer.start(keeping)) {
            Report report = Suites.run(options(server));

            assertThat(report.heading().notes())
                    .anySatisfy(note -> assertThat(note)
                            .matches("Left behind: /api/shops/[0-9]+: removing it was answered with 500\\."));
        }
    }

    @Test
    void whatIsNotThereMayBeChanged() {
        List<String> changing = new ArrayList<>();
        try (TestServer server = TestServer.start(noting(shop, changing))) {
            Suites.run(options(server).withValue("shopId", "99"));

            assertThat(changing).anyMatch(request -> request.startsWith("DELETE"));
            assertThat(shop.items()).isEqualTo(before);
        }
    }

    @Test
    void whatAServerHappensToNameAsRequestsWerePlannedIsOfTheRunsOwn() {
        try (TestServer server = TestServer.start(shop)) {
            // The first one that it creates.
            Report report = Suites.run(options(server).withValue("shopId", "43"));

            assertThat(report.heading().notes()).noneMatch(note -> note.startsWith("Left behind"));
            assertThat(shop.items()).isEqualTo(before);
        }
    }

    @Test
    void aServerThatWasStartedForThePurposeMayBeChangedAtWill() {
        try (TestServer server = TestServer.start(shop)) {
            Suites.run(options(server).withTarget(Target.of(server.baseUrl()).disposable()));

            assertThat(shop.items()).doesNotContainKey("/api/shops/41");
        }
    }

    /** A handler that notes, in order, what may have changed something. */
    private static Handler noting(Handler handler, List<String> changing) {
        ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();
        return request -> {
            if (!request.method().matches("GET|HEAD|OPTIONS")) {
                notes.add(request.method() + " " + request.path());
                synchronized (changing) {
                    changing.clear();
                    changing.addAll(notes);
                }
            }
            return handler.answer(request);
        };
    }
}
