package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.ShelfServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.WarehouseServer;
import plumbline.conformance.server.ZoneServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;

/** Servers with rules of their own stand through one run after the other, called as a newcomer calls them. */
class StandingServersTests {
    private record Standing(String contract, Supplier<ShelfServer> server, boolean isStrict) {
        @Override
        public String toString() {
            return contract;
        }
    }

    static Stream<Standing> servers() {
        return Stream.of(
                new Standing("named-boxes.yaml", ShelfServer::ofNames, false),
                new Standing("bookings.yaml", () -> ShelfServer.ofRules(true), true),
                new Standing("labels.yaml", ShelfServer::ofForms, false),
                new Standing("placed-boxes.yaml", ShelfServer::ofPlaces, false),
                new Standing("seats.yaml", ShelfServer::ofSeats, false));
    }

    private static ConformanceOptions options(TestServer server, String contract, int workers) {
        return ConformanceOptions.of(Target.of(server.baseUrl()).withWrites())
                .withContract(ShelfServer.contract(contract))
                .withRunOptions(RunOptions.standard()
                        .withPace(new Pace(workers, 0, Pace.steady().patience())));
    }

    static List<String> ends(Report report) {
        return report.verdicts().stream()
                .map(verdict -> verdict.outcome() + " " + verdict.subject().id())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void endsTheSameEachTimeAndNothingIsLeftOrHarmed(Standing standing) {
        ShelfServer shelf = standing.server().get();

        runThrice(shelf, standing.contract(), shelf::items, report -> {
            assertThat(report.verdicts())
                    .filteredOn(verdict -> !standing.isStrict())
                    .flatExtracting(Verdict::findings)
                    .isEmpty();
            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict.subject().phase() == Phase.LIFECYCLE)
                    .filteredOn(verdict -> !verdict.subject().id().contains("create-two"))
                    .isNotEmpty()
                    .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Passed.class));
        });
    }

    @Test
    void aBodyThatTheRulesAllowIsFoundWhereNothingIsListed() {
        ShelfServer shelf = ShelfServer.ofRules(false);
        try (TestServer server = TestServer.start(shelf)) {
            Report report = Suites.run(options(server, "bookings.yaml", 1));

            assertThat(report.extent().unanswered().operations()).isEmpty();
            assertThat(shelf.items()).isEmpty();
        }
    }

    /** Three runs as a newcomer makes them, each of which ends like the first and leaves a server as it was. */
    private static void runThrice(
            Handler handler, String contract, Supplier<Map<String, String>> held, Consumer<Report> more) {
        Map<String, String> before = held.get();
        List<List<String>> ends = new ArrayList<>();
        try (TestServer server = TestServer.start(handler)) {
            for (int workers : new int[] {1, 1, 8}) {
                Report report = Suites.run(options(server, contract, workers));

                assertThat(held.get()).isEqualTo(before);
                assertThat(report.heading().notes()).noneMatch(note -> note.startsWith("Left behind"));
                assertThat(report.extent().unanswered().operations()).isEmpty();
                more.accept(report);
                ends.add(ends(report));
            }
        }
        assertThat(ends.get(1)).isEqualTo(ends.get(0));
        assertThat(ends.get(2)).isEqualTo(ends.get(0));
    }

    @Test
    void whatMovesWithItsNameIsKeptInViewAndNewNamesLookLikeTheOldOne() {
        ZoneServer zones = new ZoneServer();

        runThrice(zones, "zones.yaml", zones::zones, report -> {});
    }

    @Test
    void whatOthersHaveIsLeftAloneAndWhatIsMadeIsFoundAgainWhateverAServerIsLike() {
        WarehouseServer warehouse = new WarehouseServer();

        runThrice(warehouse, "warehouse.yaml", warehouse::kept, report -> {
            assertThat(report.omissions()).noneMatch(omission -> omission.what().equals(Omission.SUCCESS));
            // What is no name is taken for one, which is the fault of this server.
            assertThat(report.verdicts())
                    .filteredOn(verdict -> !verdict.subject().id().startsWith("createTag/coverage/"))
                    .flatExtracting(Verdict::findings)
                    .isEmpty();
            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict.subject().id().startsWith("createThing/lifecycle/"))
                    .filteredOn(verdict -> !verdict.subject().id().endsWith("the-same-twice"))
                    .isNotEmpty()
                    .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Passed.class));
            assertThat(report.verdicts())
                    .filteredOn(verdict -> Set.of("purgeBoxes/examples/example", "writeProfile/examples/sample")
                            .contains(verdict.subject().id()))
                    .extracting(Object::toString)
                    .hasSize(2)
                    .allMatch(verdict -> verdict.contains("it may change what this run has not created"));
        });
    }
}
