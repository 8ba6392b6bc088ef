package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;

/** What frameworks do differently where contracts are silent: told, but no failure unless checks are strict. */
class ReadOverTests {
    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Things, version: '1'}
            paths:
              /things:
                get:
                  operationId: things
                  parameters:
                    - {name: size, in: query, schema: {type: integer}, example: 3}
                    - {name: kind, in: query, schema: {type: string, enum: [a, b]}}
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {type: array}}}}
                    '400': {description: no}
              /make:
                post:
                  operationId: make
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, required: [name], properties: {name: {type: string, minLength: 2}}}
                        examples: {good: {value: {name: Rye}}, short: {value: {name: R}}, lone: {value: {name: X}}}
                  responses:
                    '201': {description: made}
                    '400': {description: no, content: {text/plain: {examples: {short: {value: too short}}}}}
              /me:
                get:
                  operationId: me
                  responses: {'200': {description: me}, '400': {description: no person}}
            """;

    @TempDir
    private Path folder;

    private Path contract = Path.of("");

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("things.yaml"), CONTRACT);
    }

    private Report run(Handler handler, boolean isStrict) {
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(ConformanceOptions.of(Target.of(server.baseUrl()).disposable())
                    .withContract(contract.toString())
                    .withRunOptions(RunOptions.standard()
                            .withChecks(CheckOptions.standard().withStrict(isStrict))));
        }
    }

    private static List<String> failures(Report report) {
        return report.verdicts().stream()
                .filter(verdict -> !verdict.findings().isEmpty())
                .map(verdict -> verdict.subject().id())
                .toList();
    }

    private static List<String> notes(Report report) {
        return report.remarks().keySet().stream()
                .map(remark -> remark.finding().message())
                .toList();
    }

    /** Right, but for what is read over. */
    private static Reply lax(plumbline.contract.http.Request request) {
        String path = request.path().replaceFirst("^/api", "");
        if (path.equals("/things") && "HEAD".equals(request.method())) {
            return Reply.of(405);
        }
        if (path.equals("/things") && "GET".equals(request.method())) {
            boolean isRight = request.query().matches("(size=(-?[0-9]+)?|kind=[ab]|&)*")
                    && request.query().split("kind=", -1).length <= 2;
            return isRight ? Reply.json(200, "[]") : Reply.of(400);
        }
        if (path.equals("/make") && "POST".equals(request.method())) {
            boolean isJson = request.headers()
                    .first("Content-Type")
                    .filter("application/json"::equals)
                    .isPresent();
            String body = request.body().text();
            return request.body().isEmpty() || isJson && body.matches("(?s)\\{.*\"name\":\"[^\"]{2,}\".*\\}")
                    ? Reply.of(201)
                    : Reply.of(400).with("Content-Type", "text/plain").change(text -> "too short");
        }
        if (path.equals("/me") && "GET".equals(request.method())) {
            return Reply.of(400);
        }
        return Reply.of("PUT".equals(request.method()) ? 404 : 405);
    }

    @Test
    void isNoFailureByDefault() {
        Report report = run(ReadOverTests::lax, false);

        assertThat(failures(report)).isEmpty();
        assertThat(notes(report))
                .contains("405 came without an Allow header", "HEAD is refused")
                .anyMatch(note -> note.startsWith("the undocumented method PUT was refused as if"))
                .anyMatch(note -> note.startsWith("query parameter 'size' is given 2 times"))
                .noneMatch(note -> note.contains("'kind'"));
    }

    @Test
    void isFailureWhereChecksAreStrict() {
        assertThat(failures(run(ReadOverTests::lax, true)))
                .contains(
                        "things/coverage/query-size-twice",
                        "things/coverage/query-size-empty",
                        "things/protocol/HEAD",
                        "things/protocol/undocumented-PUT",
                        "things/protocol/undocumented-DELETE");
    }

    @Test
    void isNothingThatAListOfValuesRulesOut() {
        Report report = run(request -> request.query().contains("kind=") ? Reply.json(200, "[]") : lax(request), false);

        assertThat(failures(report))
                .contains("things/coverage/query-kind-twice", "things/coverage/query-kind-empty")
                .doesNotContain("things/coverage/query-size-twice");
    }

    @Test
    void contradictionsOfTheContractAreToldAndNotSent() {
        Report report = run(ReadOverTests::lax, false);

        assertThat(report.omissions())
                .filteredOn(omission -> omission.reason().startsWith("your contract contradicts itself"))
                .singleElement()
                .satisfies(omission -> assertThat(omission.reason()).contains("things.yaml:", "/lone"));
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.subject().id())
                .contains("make/examples/body-application/json-short")
                .doesNotContain("make/examples/body-application/json-lone");
    }

    @Test
    void aPairOfExamplesTellsTheStatus() {
        Report report = run(
                request -> "POST".equals(request.method()) && request.path().endsWith("/make")
                        ? Reply.of(201)
                        : lax(request),
                false);

        assertThat(failures(report)).contains("make/examples/body-application/json-short");
    }

    @Test
    void aDocumentedRefusalOfARequestThatNamesNothingTellsNothing() {
        assertThat(run(ReadOverTests::lax, false).verdicts())
                .filteredOn(verdict -> verdict.subject().id().equals("me/examples/example"))
                .extracting(Verdict::outcome)
                .containsExactly(Verdict.Outcome.SKIPPED);
    }
}
