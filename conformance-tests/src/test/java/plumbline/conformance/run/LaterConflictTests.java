package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.server.KeepingServer;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;

/** Nobody says that members have different addresses, and the first one gets that of the example, which is free. */
class LaterConflictTests {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: Members, version: "1"}
            paths:
              /members:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [mail], properties: {mail: {type: string}}}
                        example: {mail: ada@example.com}
                  responses:
                    "201": {description: made, content: {application/json: {schema: &member
                      {type: object, required: [id, mail], properties: {id: {type: string}, mail: {type: string}}}}}}
                    "409": {description: taken}
              /members/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  responses:
                    "200": {description: one, content: {application/json: {schema: *member}}}
                    "404": {description: none}
                delete: {responses: {"204": {description: gone}, "404": {description: none}}}
            """;

    private final KeepingServer members = new KeepingServer();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsWhatMustBeNewFromThenOn() throws Exception {
        Path contract = Files.writeString(folder.resolve("members.yaml"), CONTRACT);
        try (TestServer server = TestServer.start(this::answer)) {
            Report report =
                    Suites.run(ConformanceOptions.of(Target.of(server.baseUrl()).withWrites())
                            .withContract(contract.toString())
                            .withPhases(EnumSet.of(Phase.LIFECYCLE)));

            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict.subject().id().endsWith("/create-two"))
                    .singleElement()
                    .isInstanceOf(Verdict.Passed.class);
        }
        assertThat(members.items()).isEmpty();
    }

    private Reply answer(Request request) {
        boolean isTaken = "POST".equals(request.method())
                && members.items().stream()
                        .anyMatch(
                                member -> member.endsWith(request.body().text().substring(1)));
        return isTaken ? Reply.of(409) : members.answer(request);
    }
}
