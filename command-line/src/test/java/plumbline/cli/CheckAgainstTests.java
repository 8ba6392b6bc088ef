package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code check --against} tells of a contract that has changed. */
class CheckAgainstTests {
    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Books, version: '1'}
            paths:
              /books:
                post:
                  operationId: addBook
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
                  responses: {'204': {description: Added}}
            components:
              schemas:
                Book:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string}
                    pages: {type: integer}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheOldOne() throws IOException {
        Files.writeString(folder.resolve("old.yaml"), DOCUMENT);
    }

    private int check(String now, String... more) throws IOException {
        return checkWithout(now, with(List.of("--against", name("old.yaml")), more));
    }

    private int checkWithout(String now, String... more) throws IOException {
        Files.writeString(folder.resolve("new.yaml"), now);
        String[] arguments = with(List.of("check", "--contract", name("new.yaml")), more);
        PrintWriter to = new PrintWriter(out, true);
        return new Main(Surroundings.of(Map.of(), to, new PrintWriter(err, true))
                        .in(folder))
                .run(arguments);
    }

    private static String[] with(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String name(String file) {
        return folder.resolve(file).toString();
    }

    @Test
    void changesOfParametersAndHeadersNameThem() throws IOException {
        String described = DOCUMENT.replace("requestBody:", """
                parameters:
                        - {name: limit, in: query, schema: {type: integer, maximum: 50}}
                      requestBody:""").replace("description: Added", """
                description: Added, headers: {X-Left: {schema: {type: integer, maximum: 50}}}""");
        Files.writeString(folder.resolve("old.yaml"), described);

        assertThat(check(described.replace("maximum: 50", "maximum: 40"), "--verbose"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("query parameter 'limit': 'maximum' is 40 now, it was 50")
                .contains("header 'X-Left': 'maximum' is 40 now, it was 50");
    }

    @Test
    void whatIsTheSameOfManyIsToldOnce() throws IOException {
        StringBuilder paths = new StringBuilder();
        for (int i = 10; i < 35; i++) {
            paths.append("  /more/").append(i).append(": {get: {responses: {'204': {description: Done}}}}\n");
        }
        Files.writeString(folder.resolve("old.yaml"), DOCUMENT.replace("components:", paths + "components:"));

        assertThat(check(DOCUMENT)).isEqualTo(1);
        assertThat(out.toString())
                .contains("path /more/10 is gone", "path /more/34 is gone")
                .contains("Since " + name("old.yaml") + ": 25 changes break clients, 0 may break some, 0 break none.")
                .containsOnlyOnce("to mend it: keep what clients rely on")
                .containsOnlyOnce("paths:");
        assertThat(out.toString().lines().filter(line -> line.startsWith("    see ")))
                .hasSize(20);
    }

    private static String breaking() {
        return DOCUMENT.replace("required: [title]", "required: [title, pages]");
    }

    private static String doubtful() {
        return DOCUMENT.replace("addBook", "postBook");
    }

    private static String compatible() {
        return DOCUMENT.replace("pages: {type: integer}", "pages: {type: number}");
    }

    @Test
    void showsBothPlacesOfABreakingChange() throws IOException {
        assertThat(check(breaking())).isEqualTo(1);
        assertThat(out.toString())
                .contains(name("new.yaml") + ":14:25: error request-property-became-required: ")
                .contains("'pages' is required now: clients that send what was right before are refused, such as {")
                .contains("} (POST /books)")
                .contains("14 | ", "required: [title, pages]", "^")
                .contains("see " + name("old.yaml") + ":14:7 (#/components/schemas/Book/required)");
    }

    @Test
    void failsOnlyOnWhatBreaksClientsUnlessToldOtherwise() throws IOException {
        assertThat(check(doubtful())).isZero();
        assertThat(out.toString()).contains("warning operation-id-changed: ");
        assertThat(check(doubtful(), "--fail-on", "warning")).isEqualTo(1);
        assertThat(check(compatible(), "--fail-on", "warning")).isZero();
        assertThat(out.toString())
                .doesNotContain("note request-type-widened: ")
                .contains("(--verbose tells the notes)");
        assertThat(check(compatible(), "--fail-on", "warning", "--verbose")).isZero();
        assertThat(out.toString()).contains("note request-type-widened: ");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "github", "junit"})
    void namesBothPlacesInEveryFormat(String format) throws IOException {
        assertThat(check(breaking(), "--format", format)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "request-property-became-required",
                        "new.yaml",
                        "old.yaml",
                        "/components/schemas/Book/required");
    }

    @Test
    void saysNothingOfAContractThatStaysAsItIs() throws IOException {
        assertThat(check("# Only described in another way.\n" + DOCUMENT, "--fail-on", "warning"))
                .isZero();
        assertThat(out.toString()).doesNotContain(" error ", "operation-", "request-", "response-");
    }

    @Test
    void isSilentAboutWhatIsKnown() throws IOException {
        silence("request-property-became-required");

        assertThat(check(breaking(), "--fail-on", "warning")).isZero();
        assertThat(out.toString()).contains("1 silenced");
        assertThat(check(compatible(), "--fail-on", "warning")).isEqualTo(1);
        assertThat(out.toString()).contains("silence-unused");
    }

    @Test
    void takesASilenceOfAChangeForUnusedOnlyWhenComparing() throws IOException {
        silence("request-property-became-required");

        assertThat(checkWithout(DOCUMENT, "--fail-on", "warning")).isZero();
    }

    private void silence(String rule) throws IOException {
        Files.writeString(folder.resolve("plumbline.yaml"), """
                check:
                  silence:
                    - {rule: %s, place: /components/schemas/Book, reason: all clients send it}
                """.formatted(rule));
    }

    @Test
    void cannotCompareWithWhatIsNotThere() throws IOException {
        assertThat(checkWithout(DOCUMENT, "--against", name("older.yaml"))).isEqualTo(2);
        assertThat(err.toString()).contains("older.yaml");
        assertThat(checkWithout(DOCUMENT, "--against", "git:main")).isEqualTo(2);
        assertThat(err.toString()).contains("git");
    }

    @Test
    void comparesWhatCanBeReadOfAnOlderOneWithFaults() throws IOException {
        Files.writeString(
                folder.resolve("old.yaml"),
                DOCUMENT.replace("pages: {type: integer}", "pages: {$ref: '#/components/schemas/Number'}"));

        assertThat(check(DOCUMENT, "--only-changes")).isZero();
        assertThat(out.toString())
                .contains("note not-compared: was not compared: the reference '#/components/schemas/Number' points to"
                        + " nothing in")
                .contains("0 changes break clients, 0 may break some, 0 break none");

        assertThat(check(DOCUMENT.replace("title: {type: string}", "title: {type: boolean}"), "--only-changes"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("request-type-changed: property 'title': takes boolean now");
    }

    @Test
    void comparesWhatCanBeReadOfANewOneWithFaults() throws IOException {
        String now = DOCUMENT.replace("title: {type: string}", "title: {type: boolean}")
                .replace("pages: {type: integer}", "pages: {$ref: '#/components/schemas/Number'}");

        assertThat(check(now)).isEqualTo(1);
        assertThat(out.toString())
                .contains("error reference: the reference '#/components/schemas/Number' points to nothing in")
                .contains("note not-compared: was not compared: the reference '#/components/schemas/Number'")
                .contains("request-type-changed: property 'title': takes boolean now")
                .doesNotContain("/pages: ");
    }

    @Test
    void namesTheOptionsThatHelp() throws IOException {
        String outside = DOCUMENT.replace("#/components/schemas/Book", "../outside.yaml");
        checkWithout(outside);
        assertThat(out.toString())
                .contains("leads out of the contract's folder")
                .contains("to mend it: allow references out of that folder with --allow-outside-refs");

        checkWithout(DOCUMENT, "--against", "git:main");
        assertThat(err.toString()).contains("; name a file or an address instead with --against");
    }

    @Test
    void saysThatAContractWithErrorsWasNotCompared() throws IOException {
        assertThat(check(DOCUMENT.replace("#/components/schemas/Book", "#/components/schemas/Boook")))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("not-compared: was not compared: the reference '#/components/schemas/Boook'");
    }
}
