package plumbline.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.ReferencePolicy;
import plumbline.finding.Finding;
import plumbline.finding.Severity;

/** Small documents whose values are without measure are checked, and compared, to an end. */
class SchemaBombsTests {
    private static final Duration SAFETY_NET = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24  | {oneOf: [NEXT, NEXT]}",
                "24  | {anyOf: [NEXT, NEXT]}",
                "24  | {allOf: [NEXT, NEXT]}",
                "24  | {not: {oneOf: [NEXT, NEXT]}}",
                "24  | {type: object, required: [a, b], properties: {a: NEXT, b: NEXT}}",
                "20  | {type: array, minItems: 3, items: NEXT}",
                "20  | {if: NEXT, then: NEXT, else: NEXT}",
                "300 | {type: object, required: [a], properties: {a: NEXT}}",
            })
    void areCheckedAndComparedToTheEnd(int levels, String schema) {
        assertTimeoutPreemptively(SAFETY_NET, () -> {
            GuardOptions options = GuardOptions.builtIn()
                    .withContract(written("new.yaml", levels, schema, "string").toString())
                    .withOld(
                            DocumentReading.of(
                                    written("old.yaml", levels, schema, "boolean")
                                            .toString(),
                                    ReferencePolicy.strict(),
                                    Optional.empty()),
                            "old.yaml");

            assertThat(Guard.assess(options).findings()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6000 | NEXT",
                "3000 | {allOf: [NEXT], properties: {a: {type: string}}, required: [b]}",
            })
    void areToldToTheEndWhereTheyAreTooLongToBeRead(int levels, String schema) {
        assertTimeoutPreemptively(SAFETY_NET, () -> {
            Path document = written("api.yaml", levels, schema, "string");

            assertThat(Guard.assess(GuardOptions.builtIn().withContract(document.toString()))
                            .findings())
                    .extracting(finding -> finding.rule().id())
                    .contains("schema-endless");
        });
    }

    @Test
    void areToldAsNotJudgedWhereTheyStand() throws IOException {
        Path document = written("api.yaml", 24, "{oneOf: [NEXT, NEXT]}", "string");

        Assessment assessment = Guard.assess(GuardOptions.builtIn().withContract(document.toString()));

        assertThat(assessment.findings())
                .filteredOn(finding -> "unjudged".equals(finding.rule().id()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE))
                .extracting(Finding::message)
                .anyMatch(text -> text.startsWith("whether a value fits could not be decided within "));
    }

    private Path written(String name, int levels, String schema, String last) throws IOException {
        StringBuilder document = new StringBuilder("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /t:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}
                      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}}
                components:
                  schemas:
                """);
        for (int i = 0; i < levels; i++) {
            String next = "{$ref: '#/components/schemas/S" + (i + 1) + "'}";
            document.append("    S%d: %s\n".formatted(i, schema.replace("NEXT", next)));
        }
        document.append("    S%d: {type: %s}\n".formatted(levels, last));
        return Files.writeString(folder.resolve(name), document);
    }
}
