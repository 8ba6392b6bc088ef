package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Report;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShelfServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;
import plumbline.text.Glob;

/** What is of the wrong type is shown in full by one of the operations whose bodies share a schema. */
class SharedTypesTests {
    private final ShelfServer shelf = ShelfServer.ofNames();

    private static ConformanceOptions options(TestServer server) {
        return ConformanceOptions.of(Target.of(server.baseUrl()).withWrites())
                .withContract(ShelfServer.contract("named-boxes.yaml"));
    }

    private static List<String> wrongTypes(ConformanceOptions options, String operation) {
        return ConformanceSuite.prepare(options).plan().cases().stream()
                .map(Case::id)
                .filter(id -> id.startsWith(operation + "/coverage/body-") && id.contains("wrong-type"))
                .toList();
    }

    @Test
    void oneOperationShowsAllWrongTypesAndTheOthersOneAtEachPlace() {
        try (TestServer server = TestServer.start(shelf)) {
            assertThat(wrongTypes(options(server), "create")).hasSizeGreaterThan(15);
            assertThat(wrongTypes(options(server), "replace"))
                    .containsExactly(
                            "replace/coverage/body-wrong-type-array",
                            "replace/coverage/body-/name-wrong-type-object",
                            "replace/coverage/body-/size-wrong-type-object");
        }
    }

    @Test
    void theOneThatIsTestedAloneShowsThemAll() {
        Selection one = new Selection(List.of(new Glob("replace")), List.of(), Set.of(), Shard.whole());
        try (TestServer server = TestServer.start(shelf)) {
            ConformanceOptions options =
                    options(server).withRunOptions(RunOptions.standard().withSelection(one));

            assertThat(wrongTypes(options, "replace")).hasSizeGreaterThan(15);
        }
    }

    @Test
    void theReportSaysWhatIsNotShownAndCountsWhatIsProvenByOne() {
        try (TestServer server = TestServer.start(shelf)) {
            Report report = Suites.run(options(server));

            assertThat(report.omissions())
                    .extracting(omission -> omission.operation() + ": " + omission.what() + ": " + omission.reason())
                    .contains("replace: more than one wrong type at each of 3 places of the body: all others are"
                            + " sent to create, whose body has the same schema");
            Proof proof = report.extent().proof();
            assertThat(proof.tallies().get("type in requests"))
                    .extracting(tally -> tally.constraints() - tally.proven())
                    .isEqualTo(0);
            assertThat(proof.byOneValue()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void whoeverReadsTheSharedSchemaInAnotherWayIsFound() {
        // Replacing takes what it is given for text and numbers.
        try (TestServer server =
                TestServer.start(request -> "PUT".equals(request.method()) ? put(request) : shelf.answer(request))) {
            Report report = Suites.run(options(server));

            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict.subject().id().startsWith("replace/coverage/body-/")
                            && verdict.subject().id().contains("wrong-type"))
                    .hasSize(2)
                    .allSatisfy(verdict -> assertThat(verdict.findings())
                            .extracting(Finding::check)
                            .contains("invalid-input-refused"));
        }
    }

    private Reply put(Request request) {
        Reply reply = shelf.answer(request);
        return reply.status() == 400 && request.body().text().startsWith("{\"name\"")
                ? shelf.answer(request.withBody(Body.of("{\"name\":\"any\",\"size\":1}")))
                : reply;
    }
}
