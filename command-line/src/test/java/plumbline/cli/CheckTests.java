package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.report.ReportSchema;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.guard.rules.GuardRule;
import plumbline.json.jackson.databind.JsonNode;

class CheckTests {
    private static final String FAULTY = """
            openapi: 3.0.4
            info: {title: Books, version: '1'}
            paths:
              /books:
                get:
                  operationId: listBooks
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          schema: {type: array, items: {type: string}}
                          example: [1]
                delete:
                  responses:
                    '204': {description: Gone, content: {text/plain: {schema: {type: string}}}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String contract = "";

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("books.yaml"), FAULTY).toString();
    }

    @Nested
    class ExitCodes {

        @Test
        void areZeroForASoundContract() {
            assertThat(run("check")).isZero();
            assertThat(out.toString())
                    .isEqualToIgnoringNewLines(
                            "Sound: Sequence users (openapi/users.yaml): 0 errors, 0 warnings, 0 notes");
            assertThat(err.toString()).isEmpty();
        }

        @Test
        void areOneForErrors() {
            assertThat(run("check", "--contract", contract)).isEqualTo(1);
        }

        @Test
        void areOneForADocumentThatIsNotWellFormed() throws IOException {
            Path broken = Files.writeString(folder.resolve("broken.yaml"), "openapi: 3.1.1\npaths: {\n");

            assertThat(run("check", "--contract", broken.toString())).isEqualTo(1);
            assertThat(out.toString()).contains("broken.yaml:3:1");
            assertThat(out.toString()).containsSubsequence("error syntax: is not valid YAML", "note unjudged");
        }

        @Test
        void areOneForWarningsOnlyIfAskedFor() throws IOException {
            Files.writeString(folder.resolve("books.yaml"), FAULTY.replace("[1]", "[a]"));

            assertThat(run("check", "--contract", contract)).isZero();
            assertThat(run("check", "--contract", contract, "--fail-on", "warning"))
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                --contract missing.yaml | missing.yaml: does not exist
                --fixtures missing      | missing: is not a folder
                --format yaml           | 'yaml' is no format; use text, json, junit, html, sarif, markdown or github
                --fail-on note          | 'note' is no severity; use error or warning
                --frobnicate            | unknown argument: --frobnicate
                --output /none/there    | cannot be written
                """)
        void areTwoForInputThatCannotBeUsed(String arguments, String message) {
            String[] all = Stream.concat(Stream.of("check"), Stream.of(arguments.split(" ", -1)))
                    .toArray(String[]::new);

            assertThat(run(all)).isEqualTo(2);
            assertThat(err.toString()).startsWith("plumbline: ").contains(message);
        }
    }

    @Nested
    class Formats {

        @Test
        void showTheLineOfEachFinding() {
            run("check", "--contract", contract);

            assertThat(out.toString())
                    .contains(contract
                            + ":13:15: error example: the example breaks 'type' of its schema: its value at /0 is of"
                            + " type integer, not \"string\"")
                    .contains("    13 |               example: [1]\n       |               ^\n")
                    .contains("    to mend it: mend one of them")
                    .endsWith(
                            "Checked: Books (" + contract + "): 1 error, 1 warning, 0 notes" + System.lineSeparator());
        }

        @Test
        void areJsonForPrograms() throws JsonException {
            run("check", "--contract", contract, "--format", "json");

            JsonNode report = Json.read(out.toString());
            assertThat(report.at("/counts").toString()).isEqualTo("{\"error\":1,\"warning\":1,\"note\":0}");
            assertThat(report.at("/findings/0/rule").asString()).isEqualTo("example");
            assertThat(report.at("/findings/0/place/line").asInt()).isEqualTo(13);
            assertThat(report.at("/findings/0/place/pointer").asString())
                    .isEqualTo("/paths/~1books/get/responses/200/content/application~1json/example");
        }

        @Test
        void areSarifForCodeScanning() throws JsonException {
            run("check", "--contract", contract, "--format", "sarif");

            assertThat(ReportSchema.violationsOfSarif(out.toString())).isEmpty();
            JsonNode run = Json.read(out.toString()).at("/runs/0");
            assertThat(run.at("/tool/driver/rules").size())
                    .isEqualTo(GuardRule.all().size());
            assertThat(run.at("/results/0/ruleId").asString()).isEqualTo("example");
            assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
            assertThat(run.at("/results/0/locations/0/physicalLocation/region").toString())
                    .isEqualTo("{\"startLine\":13,\"startColumn\":15}");
        }

        @Test
        void areAnnotationsForWorkflows() {
            run("check", "--contract", contract, "--format", "github");

            assertThat(out.toString().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("::error file=" + contract + ",line=13,col=15,title=Plumbline%3A example::");
        }

        @Test
        void areTestsForBuildServers() {
            run("check", "--contract", contract, "--format", "junit");

            assertThat(out.toString())
                    .contains("tests=\"" + GuardRule.all().size() + "\" failures=\"2\"")
                    .contains("<failure type=\"example\" message=\"" + contract + ":13:15: error example:")
                    .contains("<testcase classname=\"plumbline.check\" name=\"syntax\"/>");
        }

        @Test
        void areWrittenIntoAFileBesideTextOnTheConsole() throws IOException {
            Path file = folder.resolve("check.sarif");

            run("check", "--contract", contract, "--format", "sarif", "--output", file.toString());

            assertThat(file).content().contains("\"version\" : \"2.1.0\"");
            assertThat(out.toString()).contains("Checked: Books");
        }
    }

    @Nested
    class Silences {

        @Test
        void takeFindingsAwayForAReason() throws IOException {
            configure("""
                    check:
                      contract: %s
                      fail-on: warning
                      silence:
                        - {rule: example, place: /paths/~1books/get, reason: mended in 2.1}
                        - {rule: response-body-*, operation: DELETE /books, reason: old clients}
                    """);

            assertThat(run("check")).isZero();
            assertThat(out.toString())
                    .contains("silenced example at " + contract + ":13:15 (mended in 2.1)")
                    .contains("0 errors, 0 warnings, 0 notes, 2 silenced");
        }

        @Test
        void areToldIfTheySilenceNothing() throws IOException {
            configure("check:\n  silence:\n    - {rule: example, place: /paths, reason: none}\n");

            run("check");

            assertThat(out.toString())
                    .contains("plumbline.yaml:3:7: warning silence-unused: nothing is found that 'example at /paths'");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                `check: {silence: [{rule: a, place: /b}]}`             | lacks 'reason'
                `check: {silence: [{place: /b, reason: c}]}`           | lacks 'rule'
                `check: {silence: [{rule: a, reason: c}]}`             | names no place
                `check: {silence: [{rule: a, plce: /b, reason: c}]}`   | (did you mean 'place'?)
                `check: {silence: all}`                                | 'silence' is no list
                `check: {fail-onn: error}`                             | 'fail-onn' is no option (did you mean 'fail-on'?)
                `check: all`                                           | 'check' is no mapping
                """)
        void areReadStrictly(String text, String message) throws IOException {
            configure(text);

            assertThat(run("check")).isEqualTo(2);
            assertThat(err.toString()).contains(message);
        }
    }

    @Test
    void theContractOfTheFileIsThatOfAllCommands() throws IOException {
        configure("contract: %s\n");

        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString()).contains("Checked: Books");
    }

    @Test
    void everyOptionHasATwinInTheEnvironment() {
        Map<String, String> environment =
                Map.of("PLUMBLINE_CONTRACT", contract, "PLUMBLINE_FORMAT", "json", "PLUMBLINE_FAIL_ON", "warning");

        assertThat(runIn(environment, "check")).isEqualTo(1);
        assertThat(out.toString()).startsWith("{");
    }

    @Test
    void theHelpIsAsPinned() throws IOException {
        assertThat(run("check", "--help")).isZero();
        assertThat(out.toString())
                .isEqualTo(Files.readString(Path.of("src/test/resources/plumbline/cli/check-help.txt")));
    }

    private void configure(String text) throws IOException {
        Files.writeString(folder.resolve("plumbline.yaml"), text.replace("%s", contract));
    }

    private int run(String... arguments) {
        return runIn(Map.of(), arguments);
    }

    private int runIn(Map<String, String> environment, String... arguments) {
        return new Main(Surroundings.of(environment, new PrintWriter(out), new PrintWriter(err))
                        .in(folder))
                .run(arguments);
    }
}
