package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.plan.Plan;
import plumbline.conformance.result.Report;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Documented examples of bodies are sent in the form that their media types want. */
class BodyExamplesTests {
    @TempDir
    private Path folder = Path.of("");

    private Path contract = Path.of("");

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: Notes, version: '1'}
                paths:
                  /notes:
                    post:
                      operationId: write
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema: {$ref: '#/components/schemas/Note'}
                            example: {title: A & B, tags: [c, d]}
                          application/x-www-form-urlencoded:
                            schema: {$ref: '#/components/schemas/Note'}
                            examples:
                              value: {value: {title: A & B, tags: [c, d]}}
                              sent: {value: 'title=As+it+is'}
                          application/xml:
                            schema: {$ref: '#/components/schemas/Note'}
                            example: {title: A & B, tags: [c, d]}
                          multipart/form-data:
                            schema: {$ref: '#/components/schemas/Note'}
                            encoding:
                              title:
                                headers: {X-Origin: {required: true, schema: {type: string, enum: [web]}}}
                            example: {title: A & B, tags: [c, d]}
                          application/jsonl:
                            schema: {type: array, items: {$ref: '#/components/schemas/Note'}}
                            example: [{title: A & B}, {title: C}]
                          text/plain:
                            schema: {type: string}
                            example: A & B
                      responses: {'204': {description: written}}
                components:
                  schemas:
                    Note:
                      type: object
                      additionalProperties: false
                      required: [title]
                      properties:
                        title: {type: string, pattern: '[A-Z]'}
                        tags: {type: array, items: {type: string}}
                      xml: {name: note}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json                  | {"title":"A & B","tags":["c","d"]}
            application/x-www-form-urlencoded | title=A%20%26%20B&tags=c&tags=d
            application/x-www-form-urlencoded | title=As+it+is
            application/xml                   | <note><title>A &amp; B</title><tags>c</tags><tags>d</tags></note>
            multipart/form-data               | X-Origin: web
            application/jsonl                 | `{"title":"A & B"}\n{"title":"C"}\n`
            text/plain                        | A & B
            """)
    void areWrittenAsTheirMediaTypeWants(String type, String body) {
        assertThat(plan().cases())
                .filteredOn(subject -> subject.phase() == Phase.EXAMPLES)
                .extracting(Case::request)
                .anySatisfy(request -> {
                    assertThat(request.headers().first("Content-Type").orElse(""))
                            .startsWith(type);
                    assertThat(request.body().text()).contains(body.replace("\\n", "\n"));
                });
    }

    @Test
    void areTakenByOurMock() {
        MockServerOptions served =
                MockServerOptions.defaults().withContract(contract).withPort(0);
        try (MockServer mock = MockServer.start(served)) {
            Report report =
                    Suites.run(ConformanceOptions.of(Target.of(mock.baseUrl()).withWrites())
                            .withContract(contract.toString()));

            assertThat(report.verdicts())
                    .filteredOn(verdict -> verdict.subject().phase() == Phase.EXAMPLES)
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allSatisfy(verdict -> assertThat(verdict.findings()).isEmpty());
        }
    }

    private Plan plan() {
        return ConformanceSuite.prepare(ConformanceOptions.of(
                                Target.of(URI.create("http://127.0.0.1:1")).withWrites())
                        .withContract(contract.toString()))
                .plan();
    }
}
