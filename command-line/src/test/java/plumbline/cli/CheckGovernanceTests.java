package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the guard's findings is told, how much it matters, and how it reads. */
class CheckGovernanceTests {
    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Books, version: 1.2.0}
            tags: [{name: a}, {name: a}]
            paths:
              /books:
                post:
                  operationId: addBook
                  requestBody:
                    content: {application/json: {schema: {type: object, properties: {pages: {type: integer, maximum: 100}}}}}
                  responses: {'204': {description: Added}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheOldOne() throws IOException {
        write("old.yaml", DOCUMENT);
    }

    private String write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int check(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Main(Surroundings.of(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true))
                        .in(folder))
                .run(all);
    }

    private String old() {
        return folder.resolve("old.yaml").toString();
    }

    private static String tightened() {
        return DOCUMENT.replace("maximum: 100", "maximum: 50");
    }

    @Test
    void whatWasWrongBeforeFailsNoChange() throws IOException {
        String moved = write("new.yaml", "# One line more.\n" + DOCUMENT);
        String worse = write("worse.yaml", DOCUMENT.replace("{name: a}]", "{name: a}, {name: b}, {name: b}]"));

        assertThat(check(moved, "--against", old(), "--fail-on", "warning")).isEqualTo(1);
        assertThat(check(moved, "--against", old(), "--fail-on", "warning", "--only-changes"))
                .isZero();
        assertThat(out.toString()).doesNotContain("warning tag");
        assertThat(check(worse, "--against", old(), "--fail-on", "warning", "--only-changes"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("warning tag", "'b'").doesNotContain("'a'");
        assertThat(check(moved, "--only-changes")).isEqualTo(2);
        assertThat(err.toString()).contains("--against");
    }

    @Test
    void whatWasWrongBeforeIsKnownThoughItsSchemaHasMoved() throws IOException {
        String wrong = DOCUMENT.replace("maximum: 100", "maximum: 100, example: 101");
        String before = write("before.yaml", wrong);
        String moved = write("new.yaml", wrong.replace("paths:", "# One line more.\npaths:"));
        String known = folder.resolve("known.json").toString();

        assertThat(check(before, "--update-baseline", known)).isZero();
        assertThat(check(moved)).isEqualTo(1);
        assertThat(check(moved, "--baseline", known)).isZero();
        assertThat(check(moved, "--against", before, "--only-changes")).isZero();
    }

    @Test
    void knownFindingsDoNotFail() throws IOException {
        String now = write("new.yaml", tightened());
        String known = folder.resolve("known.json").toString();

        assertThat(check(now, "--against", old(), "--update-baseline", known)).isZero();
        assertThat(err.toString()).contains("2 findings known from now on");
        assertThat(check(now, "--against", old(), "--fail-on", "warning", "--baseline", known))
                .isZero();
        assertThat(out.toString()).contains("2 silenced");
        assertThat(check(write("sound.yaml", DOCUMENT), "--against", old(), "--baseline", known))
                .isZero();
        assertThat(out.toString()).contains("note baseline-outdated", "request-bound-tightened");
        assertThat(check(now, "--baseline", old())).isEqualTo(2);
        assertThat(err.toString()).contains("name a file of known findings");
    }

    @Test
    void whatOneOfSeveralDocumentsHasIsNotGone() throws IOException {
        write("apis/one.yaml", DOCUMENT);
        write("apis/two.yaml", DOCUMENT.replace("{name: a}, {name: a}", "{name: a}"));
        String known = folder.resolve("known.json").toString();

        assertThat(check("apis/*.yaml", "--update-baseline", known)).isZero();
        assertThat(check("apis/*.yaml", "--fail-on", "warning", "--baseline", known))
                .isZero();
        assertThat(out.toString()).contains("0 warnings, ", "1 silenced").doesNotContain("baseline-outdated");

        write("plumbline.yaml", "ignore: [{check: tag, place: /tags/1, reason: known}]");
        assertThat(check("apis/*.yaml", "--fail-on", "warning")).isZero();
        assertThat(out.toString()).contains("0 warnings, ", "1 silenced").doesNotContain("silence-unused");

        write("plumbline.yaml", "ignore: [{check: tag, place: /tags/7, reason: known}]");
        assertThat(check("apis/*.yaml", "--fail-on", "warning")).isEqualTo(1);
        assertThat(out.toString()).containsOnlyOnce("warning silence-unused").contains("2 warnings, ");
    }

    @Test
    void findingsMatterAsMuchAsTheUserSays() throws IOException {
        String now = write("new.yaml", tightened());
        write("plumbline.yaml", """
                check:
                  severities:
                    - {rule: 'request-*', operation: /books, severity: note}
                    - {rule: tag, severity: off}
                    - {rule: version-not-raised, severity: error}
                """);

        assertThat(check(now, "--against", old())).isZero();
        assertThat(out.toString()).contains("0 errors, 0 warnings, ");

        write("plumbline.yaml", "check: {severities: [{rule: tag, severity: error}]}");
        assertThat(check(now)).isEqualTo(1);
        assertThat(out.toString()).contains("error tag: ");

        write("plumbline.yaml", "check: {severities: [{rule: tagg, severity: error}]}");
        assertThat(check(now)).isEqualTo(2);
        assertThat(err.toString()).contains("'tagg'", "'tag'");

        write("plumbline.yaml", "check: {severities: [{rule: tag, severity: fatal}]}");
        assertThat(check(now)).isEqualTo(2);
        assertThat(err.toString()).contains("use error, warning, note or off");
    }

    @Test
    void aVersionThatBreaksClientsIsAMajorOne() throws IOException {
        String now = write("new.yaml", tightened());
        String raised = write("raised.yaml", tightened().replace("1.2.0", "2.0.0"));

        check(now, "--against", old());
        assertThat(out.toString()).contains("new.yaml:2:", "warning version-not-raised", "raise it to 2.0.0");
        check(raised, "--against", old());
        assertThat(out.toString()).doesNotContain("version-not-raised");
    }

    @Test
    void writesAChangelogByOperation() throws IOException {
        String now = write("new.yaml", tightened().replace("1.2.0", "1.3.0"));

        assertThat(check(now, "--against", old(), "--format", "markdown")).isEqualTo(1);
        assertThat(out.toString())
                .contains("# Books: what has changed since")
                .contains("1 change breaks clients, 0 may break some, 0 break none.")
                .contains("Since clients break, this is 2.0.0.")
                .contains("## POST /books")
                .contains(
                        "- **Breaking:** property 'pages': 'maximum' is 50 now, it was 100: clients that send what was"
                                + " right before are refused, such as ");
        check(now, "--against", old(), "--format", "html");
        assertThat(out.toString())
                .contains("<h2>POST /books</h2>", "<strong>Breaking: </strong>", "</html>")
                .doesNotContain("<script");
    }

    @Test
    void checksAllDocumentsOfAPattern() throws IOException {
        write("apis/a/one.yaml", DOCUMENT);
        write("apis/two.yaml", DOCUMENT.replace("title: Books", "title: Shelves"));

        assertThat(check("apis/**.yaml", "--fail-on", "warning")).isEqualTo(1);
        assertThat(out.toString())
                .contains("one.yaml:3:", "two.yaml:3:", "Checked: 2 documents: 0 errors, 2 warnings, ");
        assertThat(check("apis/*.json")).isEqualTo(2);
        assertThat(err.toString()).contains("no file fits 'apis/*.json'");

        write("apis [{1}/three.yaml", DOCUMENT);
        assertThat(check("apis [{1}/t*.yaml")).isZero();
        assertThat(check(folder.resolve("apis") + "/**/*.yaml")).isZero();
        assertThat(out.toString()).contains("one.yaml:3:").doesNotContain("two.yaml");
    }
}
