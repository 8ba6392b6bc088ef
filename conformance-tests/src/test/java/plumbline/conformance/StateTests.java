package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.finding.Finding;

/** What answers that are about what exists tell of a server, of which nobody has said what exists. */
class StateTests {
    private static final String CONTRACT = """
        openapi: 3.1.0
        info: {title: Tins, version: '1'}
        paths:
          /tins:
            get:
              operationId: listTins
              responses:
                '200':
                  description: All.
                  content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Tin'}}}}
            post:
              operationId: addTin
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Tin'}
                    example: {name: peas, grams: 400}
              responses:
                '201': {description: Added.}
                '400': {description: Invalid.}
                '409': {description: There is one of this name.}
          /tins/{tinName}:
            parameters: [{name: tinName, in: path, required: true, example: peas, schema: {type: string}}]
            get:
              operationId: getTin
              parameters: [{name: unit, in: query, schema: {type: integer, minimum: 1, maximum: 9}}]
              responses:
                '200':
                  description: It.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Tin'}}}
                '400': {description: Invalid.}
                '404': {description: No such tin.}
            delete:
              operationId: removeTin
              responses: {'204': {description: Gone.}, '404': {description: No such tin.}}
        components:
          schemas:
            Tin:
              type: object
              required: [name, grams]
              properties: {name: {type: string}, grams: {type: integer, minimum: 1, maximum: 9000}}
        """;

    @TempDir
    private Path folder;

    private Report run(Handler handler, Phase phase, boolean isDisposable) throws IOException {
        Path file = Files.writeString(folder.resolve("tins.yaml"), CONTRACT);
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(ConformanceOptions.of(target(server.baseUrl(), isDisposable))
                    .withContract(file.toString())
                    .withPhases(EnumSet.of(phase)));
        }
    }

    private static Target target(URI baseUrl, boolean isDisposable) {
        Target target = Target.of(baseUrl);
        return isDisposable ? target.disposable() : target.withWrites();
    }

    private static Verdict verdict(Report report, String id) {
        return report.verdicts().stream()
                .filter(verdict -> verdict.subject().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> checks(Report report) {
        return report.verdicts().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .map(Finding::check)
                .toList();
    }

    @Nested
    class Examples {
        @Test
        void whatAnExampleNamesMayBeThereAlready() throws IOException {
            Report report = run(request -> Reply.of(409), Phase.EXAMPLES, true);

            assertThat(verdict(report, "addTin/examples/example"))
                    .isInstanceOfSatisfying(
                            Verdict.Skipped.class,
                            skipped -> assertThat(skipped.reason())
                                    .isEqualTo("nothing can be told from an answer with status 409"));
        }

        @Test
        void whatAnExampleNamesMayBeGone() throws IOException {
            Report report = run(request -> Reply.of(404), Phase.EXAMPLES, true);

            assertThat(verdict(report, "removeTin/examples/example")).isInstanceOf(Verdict.Skipped.class);
            assertThat(verdict(report, "getTin/examples/example")).isInstanceOf(Verdict.Failed.class);
        }
    }

    @Nested
    class UnknownItems {
        private static final String ID = "getTin/protocol/unknown-tinName";

        @Test
        void theirRefusalIsJudgedInFullThoughNothingIsKnownToExist() throws IOException {
            Report report = run(request -> Reply.of(418), Phase.PROTOCOL, false);

            assertThat(verdict(report, ID).findings())
                    .extracting(Finding::check)
                    .contains("status-documented");
        }

        @Test
        void anotherItemInTheirPlaceIsSeenByItsKey() throws IOException {
            Report report = run(tin(200, "{\"name\": \"peas\", \"grams\": 400}"), Phase.PROTOCOL, true);

            assertThat(verdict(report, ID).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.check()).isEqualTo("path-value-returned"));
        }

        @Test
        void successIsWrongOnlyWhereSomethingElseExists() throws IOException {
            Handler lax = request -> Reply.json(
                    200,
                    "{\"name\": \"%s\", \"grams\": 4}"
                            .formatted(request.path().substring(request.path().lastIndexOf('/') + 1)));

            assertThat(verdict(run(lax, Phase.PROTOCOL, false), ID).findings())
                    .extracting(Finding::check)
                    .containsExactly("unknown-item-not-found");
            assertThat(verdict(run(lax, Phase.PROTOCOL, true), ID)).isInstanceOf(Verdict.Skipped.class);
        }
    }

    @Nested
    class Validation {
        @Test
        void isPassedByWhatIsOnlyNotThere() throws IOException {
            Handler strict = request -> Reply.of(request.query().matches("|unit=[1-8]") ? 404 : 400);

            Report report = run(strict, Phase.COVERAGE, false);

            assertThat(verdict(report, "getTin/coverage/query-unit-at-maximum-9")
                            .findings())
                    .extracting(Finding::check)
                    .containsExactly("valid-input-accepted");
            assertThat(checks(report)).doesNotContain("invalid-input-refused");
        }
    }

    private static Handler tin(int status, String body) {
        return request -> "GET".equals(request.method()) || "HEAD".equals(request.method())
                ? Reply.json(status, body)
                : Reply.of(405).with("Allow", "GET");
    }
}
