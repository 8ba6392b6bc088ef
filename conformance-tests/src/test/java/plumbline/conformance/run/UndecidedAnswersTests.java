package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.CheckId;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;

/** What nobody can judge in time is neither a failure nor a pass. */
class UndecidedAnswersTests {
    private static final int CHOICES = 24;

    @TempDir
    Path directory;

    @Test
    void areToldAsSuchAlsoWhereNotesFail() throws IOException {
        Path contract = Files.writeString(directory.resolve("bombs.yaml"), bombs());
        try (TestServer server = TestServer.start(request -> Reply.json(200, "\"a\""))) {
            Report report = Suites.run(ConformanceOptions.of(Target.of(server.baseUrl()))
                    .withContract(contract.toString())
                    .withPhases(EnumSet.of(Phase.EXAMPLES))
                    .withRunOptions(RunOptions.standard()
                            .withChecks(CheckOptions.standard().withStrict(true))));

            assertThat(report.counts().failed()).isZero();
            assertThat(report.counts().passed()).isZero();
            assertThat(report.verdicts())
                    .anySatisfy(verdict -> assertThat(verdict)
                            .isInstanceOfSatisfying(
                                    Verdict.Skipped.class,
                                    skipped -> assertThat(skipped.reason())
                                            .contains("what came back could not be judged: body could not be decided"
                                                    + " within")));
            assertThat(report.remarks().keySet()).anySatisfy(remark -> {
                assertThat(remark.kind()).isEqualTo(Remark.Kind.NOTE);
                assertThat(remark.finding().rule().id()).isEqualTo(CheckId.SCHEMA.toString());
            });
        }
    }

    /** Each schema is one of two that are the same, so that judging a value takes twice as long as the next one. */
    private static String bombs() {
        return """
                openapi: 3.1.0
                info: {title: Bombs, version: "1"}
                paths:
                  /bombs:
                    get:
                      operationId: getBomb
                      responses:
                        "200":
                          description: OK
                          content: {application/json: {schema: {$ref: "#/components/schemas/S0"}}}
                components:
                  schemas:
                """
                + IntStream.range(0, CHOICES)
                        .mapToObj(i ->
                                "    S%d: {oneOf: [{$ref: \"#/components/schemas/S%d\"}, {$ref: \"#/components/schemas/S%d\"}]}\n"
                                        .formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining())
                + "    S" + CHOICES + ": {type: string}\n";
    }
}
