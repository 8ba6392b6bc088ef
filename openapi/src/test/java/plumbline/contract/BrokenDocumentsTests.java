package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.document.Problem;

class BrokenDocumentsTests {
    /**
     * A document and one of its problems; they stand in broken-documents.txt, each after its line of three hashes.
     *
     * @param position line and column; a dash where there is none
     */
    record Broken(String position, String message, String document) {
        static Broken parse(String text) {
            int end = text.indexOf('\n');
            String[] expectation = text.substring(0, end).split(" \\| ", 2);
            return new Broken(expectation[0].trim(), expectation[1], text.substring(end + 1));
        }

        @Override
        public String toString() {
            return position + " " + message;
        }
    }

    static Stream<Broken> documents() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                BrokenDocumentsTests.class.getResourceAsStream("broken-documents.txt"), "documents")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^### ")).skip(1).map(Broken::parse);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areRefusedWithPlaceAndReason(Broken broken) {
        List<Problem> problems = Contracts.problems(broken.document());

        assertThat(problems)
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .anySatisfy(problem -> {
                    assertThat(problem.message()).contains(broken.message());
                    if (!"-".equals(broken.position())) {
                        assertThat(problem.place().position()).isEqualTo("api.yaml:" + broken.position());
                    }
                });
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.toString()).doesNotContain("Exception", "plumbline.", "java.", "\n");
            assertThat(problem.place().file()).isEqualTo("api.yaml");
        });
    }

    @Test
    void areManyEnoughToShowTheRange() throws IOException {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void tellAllTheirProblemsAtOnce() {
        List<Problem> problems = Contracts.problems("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  a: {get: {responses: {'200': {description: OK}}}}
                  /b/{id}:
                    get:
                      parameters: [{in: query}]
                      security: [{nobody: []}]
                      responses:
                        OK: {}
                        '200': {$ref: '#/components/responses/R'}
                components:
                  schemas:
                    A: {type: strnig, minLength: -1}
                """);

        assertThat(problems)
                .extracting(problem -> problem.place().position())
                .contains("api.yaml:4:3", "api.yaml:7:20", "api.yaml:6:5", "api.yaml:8:19", "api.yaml:10:9")
                .contains("api.yaml:11:9", "api.yaml:14:9", "api.yaml:14:23");
        assertThat(problems).doesNotHaveDuplicates();
    }
}
