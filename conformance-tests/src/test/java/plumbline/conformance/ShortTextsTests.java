package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.result.Report;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

class ShortTextsTests {
    @Test
    void ofOneFormAreNothingThatTheRunStumblesOver(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("codes.yaml"), """
                openapi: 3.0.3
                info: {title: Codes that are too short or too long for other forms, version: '1'}
                paths:
                  /code:
                    get:
                      responses:
                        '200':
                          description: The code
                          content:
                            application/json:
                              schema:
                                anyOf:
                                  - {type: object, required: [code], properties: {code: {type: string, minLength: 25}}}
                                  - {type: object, required: [code], properties: {code: {type: string, maxLength: 2}}}
                                  - {type: object, required: [code], properties: {code: {type: string, enum: [short]}}}
                              example: {code: short}
                """);
        try (MockServer mock = MockServer.start(
                MockServerOptions.defaults().withContract(document).withPort(0))) {
            Report report =
                    Suites.run(ConformanceOptions.of(Target.of(mock.baseUrl())).withContract(document.toString()));

            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        }
    }
}
