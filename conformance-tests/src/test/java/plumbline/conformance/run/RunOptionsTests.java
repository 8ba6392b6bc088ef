package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.Case;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Plan;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.OperationCoverage;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.LibraryServer;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.text.Glob;

class RunOptionsTests {
    private static final String CONTRACT = Suites.resource("library.yaml").toString();
    private static final RunOptions STANDARD = RunOptions.standard();
    private static final Selection PAIR = new Selection(
            List.of(),
            List.of(),
            Set.of("listBooks/examples/sort=title", "listBooks/examples/sort=year"),
            Shard.whole());

    @Nested
    class ASelection {

        @ParameterizedTest
        @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                        getBook        | -          | getBook
                        GETBOOK        | -          | getBook
                        *Book          | remove*    | addBook getBook
                        /books/*       | DELETE     | getBook
                        'GET /books'   | -          | listBooks
                        -              | get        | addBook removeBook
                        /h?alth        | -          | health
                        """)
        void isMadeByIdPathMethodAndPattern(String include, String exclude, String operations) {
            Selection selection = new Selection(globs(include), globs(exclude), Set.of(), Shard.whole());

            assertThat(plan(selection).cases())
                    .extracting(subject -> subject.operation().id())
                    .containsOnly(operations.split(" ", -1));
        }

        @Test
        void thatFitsNothingIsRefusedWithAGuess() {
            Selection selection = new Selection(globs("getBok"), List.of(), Set.of(), Shard.whole());

            assertThatThrownBy(() -> plan(selection))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'getBok' fits no operationId, path, tag or method (did you mean 'getBook'?)");
        }

        @Test
        void namesCasesByTheirIdsWithBlanksOrHyphens() {
            Set<String> ids = Set.of("getBook/security/no credentials", "health/protocol/HEAD");

            assertThat(plan(cases(ids)).cases())
                    .extracting(Case::id)
                    .containsExactly("getBook/security/no-credentials", "health/protocol/HEAD");
        }

        @Test
        void ofACaseThatDoesNotExistIsRefusedWithAGuess() {
            assertThatThrownBy(() -> plan(cases(Set.of("health/protocol/HAED"))))
                    .hasMessage("there is no case 'health/protocol/HAED' (did you mean 'health/protocol/HEAD'?)");
        }

        @Test
        void isToldInTheReport() {
            Report report = run(
                    new LibraryServer(),
                    STANDARD.withSelection(new Selection(globs("health"), List.of(), Set.of(), Shard.whole())));

            assertThat(report.heading().notes()).contains("Only 1 of 5 operations are tested, as was asked for.");
        }

        private static Selection cases(Set<String> ids) {
            return new Selection(List.of(), List.of(), ids, Shard.whole());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 40})
    void shardsSplitThePlanAndKeepItsOrder(int of) {
        List<String> all = ids(plan(Selection.all()));

        List<String> parts = IntStream.rangeClosed(1, of)
                .mapToObj(number -> new Selection(List.of(), List.of(), Set.of(), new Shard(number, of)))
                .flatMap(selection -> ids(plan(selection)).stream())
                .toList();

        assertThat(parts).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aCaseIsInTheSameShardWhateverElseIsTested() {
        Shard shard = new Shard(1, 3);
        List<String> ofAll = ids(plan(new Selection(List.of(), List.of(), Set.of(), shard)));
        List<String> ofOne = ids(plan(new Selection(globs("getBook"), List.of(), Set.of(), shard)));

        assertThat(ofOne).isNotEmpty().isSubsetOf(ofAll);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void verdictsComeInTheOrderOfThePlanHoweverManyWorkersThereAre(int workers) {
        List<String> told = new ArrayList<>();
        try (TestServer server = TestServer.start(new LibraryServer())) {
            ConformanceRun run = ConformanceSuite.prepare(
                    options(server.baseUrl()).withRunOptions(STANDARD.withPace(new Pace(workers, 0, Duration.ZERO))));
            Report report = run.run(verdict -> told.add(verdict.subject().id()));

            assertThat(told).isEqualTo(ids(run.plan()));
            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        }
    }

    @Test
    void workersSendAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        Handler right = new LibraryServer();
        Handler patient = request -> {
            if (request.query().contains("sort=")) {
                await(both);
            }
            return right.answer(request);
        };
        Report report = run(patient, STANDARD.withSelection(PAIR).withPace(new Pace(2, 0, Duration.ZERO)));

        assertThat(report.counts().passed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aRunStopsAfterAsManyFailuresAsAreWanted(int workers) {
        Report report = run(request -> Reply.of(500), STANDARD.withPace(new Pace(workers, 3, Duration.ZERO)));

        // What is under way when the third failure comes is not thrown away.
        assertThat(report.counts().failed()).isBetween(3, workers == 1 ? 3 : 2 + 2 * workers);
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.VIOLATIONS);
        assertThat(report.verdicts())
                .last()
                .isInstanceOfSatisfying(
                        Verdict.Skipped.class,
                        skipped -> assertThat(skipped.reason())
                                .isEqualTo("the run ended when 3 cases had failed, as was asked for"));
    }

    @Test
    void whatCameBeforeTheLastFailureWasKnownIsKept() {
        CyclicBarrier both = new CyclicBarrier(2);
        Handler right = new LibraryServer();
        Handler failing = request -> {
            if (!request.query().contains("sort=")) {
                return right.answer(request);
            }
            await(both);
            return request.query().contains("sort=title") ? Reply.of(500) : right.answer(request);
        };

        Report report = run(failing, STANDARD.withSelection(PAIR).withPace(new Pace(2, 1, Duration.ZERO)));

        assertThat(report.counts()).isEqualTo(new Report.Counts(1, 1, 0, 0));
    }

    @Test
    void coverageTellsWhatWasReached() {
        Report report = run(new LibraryServer(), STANDARD);

        assertThat(report.extent().reached())
                .filteredOn(reach -> "getBook".equals(reach.operation()))
                .singleElement()
                .satisfies(reach -> assertThat(reach.parts())
                        .contains(
                                new OperationCoverage.Part(OperationCoverage.Kind.PARAMETER, "path isbn", true),
                                new OperationCoverage.Part(OperationCoverage.Kind.STATUS, "200", true),
                                new OperationCoverage.Part(OperationCoverage.Kind.STATUS, "404", true),
                                new OperationCoverage.Part(
                                        OperationCoverage.Kind.MEDIA_TYPE, "200 application/json", true)));
    }

    @Test
    void onlyWhatFailedKeepsWhatWentOverTheWire() {
        Report report = run(change(reply -> reply.without("X-Total-Count")), STANDARD);

        assertThat(report.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.trace().details().transcript() != null)
                        .isEqualTo(verdict instanceof Verdict.Failed));
        assertThat(report.counts().failed()).isPositive();
    }

    private static Handler change(UnaryOperator<Reply> change) {
        Handler right = new LibraryServer();
        return request -> {
            Reply reply = right.answer(request);
            return reply.status() == 200 && request.path().contains("books") ? change.apply(reply) : reply;
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Glob> globs(@Nullable String text) {
        return text == null ? List.of() : List.of(new Glob(text));
    }

    private static List<String> ids(Plan plan) {
        return plan.cases().stream().map(Case::id).toList();
    }

    private static Plan plan(Selection selection) {
        return ConformanceSuite.prepare(
                        options(URI.create("http://127.0.0.1:1/api")).withRunOptions(STANDARD.withSelection(selection)))
                .plan();
    }

    private static Report run(Handler handler, RunOptions running) {
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(options(server.baseUrl()).withRunOptions(running));
        }
    }

    private static ConformanceOptions options(URI baseUrl) {
        return ConformanceOptions.of(baseUrl).withContract(CONTRACT);
    }
}
