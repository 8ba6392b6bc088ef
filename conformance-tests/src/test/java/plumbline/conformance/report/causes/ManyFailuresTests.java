package plumbline.conformance.report.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.cases.CaseSources;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.checks.Checks;
import plumbline.conformance.report.Looks;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.run.Pipeline;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;

/** A thousand failures are told by the few causes that they have. */
class ManyFailuresTests {
    private static final int OPERATIONS = 70;

    @Test
    void areToldByFiveCausesOnOneScreen(@TempDir Path folder) throws IOException {
        Report report = run(folder);

        String text = CausesTests.unvarying(CausesTests.console(report, Looks.Detail.QUIET));

        assertThat(report.counts().failed()).isGreaterThanOrEqualTo(1_000);
        assertThat(Causes.of(Results.of(report))).hasSize(5);
        assertThat(text).isEqualToNormalizingNewlines(Files.readString(Suites.resource("many-failures.txt")));
        assertThat(text.lines()).hasSizeLessThan(100);
    }

    private static Report run(Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("many.yaml"), document());
        Target target = Target.of(URI.create("http://127.0.0.1:1"));
        Contract contract = Contract.read(document.toString(), ReferencePolicy.strict(), Optional.of(""));
        Schemas schemas = new Schemas(contract.version());
        TestData data = new TestData(contract, schemas, target, Map.of(), Fixtures.none());
        return new ConformanceRun(
                        contract,
                        target,
                        new Pipeline(
                                CaseSources.of(EnumSet.of(Phase.EXAMPLES, Phase.COVERAGE), data),
                                Checks.all(contract, schemas),
                                ManyFailuresTests::answer))
                .run(verdict -> {});
    }

    private static Answer answer(Request request) {
        String query = request.query();
        if (query.matches("(.*&)?kind=c")) {
            return answer(500, "text/plain", "out of order");
        }
        if (query.contains("kind=") && !query.matches("(limit=[^&]*&)?kind=[ab](&limit=[^&]*)?")) {
            return answer(418, "text/plain", "no such kind");
        }
        if (query.matches(".*limit=(0|101|-[0-9]+|[^&]*&.*limit=.*)?(&.*|$)")) {
            return answer(400, "text/plain", "no such limit");
        }
        boolean isMisread = query.matches(".*limit=(?![0-9]+(&|$)).*");
        return answer(200, "application/json", isMisread ? "{\"text\":\"it\"}" : "{\"text\":7}");
    }

    private static Answer answer(int status, String type, String body) {
        Response response = new Response(status, Headers.of("Content-Type", type), Body.of(body));
        return new Answer.Received(response, body.length(), "", Duration.ZERO);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                openapi: 3.1.0
                info: {title: Many, version: "1"}
                components:
                  schemas:
                    Thing: {type: object, required: [text], properties: {text: {type: string}}}
                paths:
                """);
        for (int i = 0; i < OPERATIONS; i++) {
            text.append("""
                      /things%1$d:
                        get:
                          operationId: thing%1$d
                          parameters:
                            - {name: kind, in: query, schema: {type: string, enum: [a, b, c]}}
                            - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
                          responses:
                            "200": {description: it, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
                            "400": {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
                    """.formatted(i));
        }
        return text.toString();
    }
}
