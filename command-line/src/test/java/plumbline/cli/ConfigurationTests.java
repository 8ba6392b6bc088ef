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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.Suites;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.LibraryServer;
import plumbline.conformance.server.TestServer;

class ConfigurationTests {
    private static final String LIBRARY = Suites.resource("library.yaml").toString();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aFileInTheCurrentFolderSaysWhatOptionsDoNot() throws IOException {
        configure("""
            contract: %s
            phases: [examples, security]
            include: [getBook]
            set: {isbn: "9780156949606"}
            workers: 2
            strict: true
            verbose: true
            """.formatted(LIBRARY));

        assertThat(verify(new LibraryServer(), Map.of())).isZero();
        assertThat(out.toString())
                .contains("getBook/examples/given", "Only 1 of 5 operations")
                .doesNotContain("/protocol/");
    }

    /** YAML may begin with a brace, as JSON does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{contract: %s, include: health, verbose: true}",
                "{ \"contract\": \"%s\", \"include\": \"health\", \"verbose\": true }"
            })
    void aFileMayBeginWithABrace(String text) throws IOException {
        configure(text.formatted(LIBRARY));

        verify(new LibraryServer(), Map.of());

        assertThat(out.toString()).contains("health/examples/example").doesNotContain("getBook/");
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        configure("contract: " + LIBRARY + "\ninclude: health\nphases: security\n");

        verify(
                new LibraryServer(),
                Map.of("PLUMBLINE_INCLUDE", "getBook", "PLUMBLINE_PHASES", "protocol"),
                "--phases",
                "examples",
                "--verbose");

        assertThat(out.toString())
                .contains("getBook/examples/example")
                .doesNotContain("health/", "/protocol/", "/security/");
    }

    @Test
    void anotherFileCanBeNamed() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yaml"), "contract: " + LIBRARY + "\ninclude: health\nverbose: true\n");

        verify(new LibraryServer(), Map.of(), "--config", other.toString());
        verify(new LibraryServer(), Map.of("PLUMBLINE_CONFIG", other.toString()));

        assertThat(out.toString()).contains("health/examples/example").doesNotContain("getBook/");
    }

    @Test
    void ignoredFindingsDoNotFailButAreCountedAndShown() throws IOException {
        configure("""
            contract: %s
            ignore:
              - operation: listBooks
                check: headers-documented
                status: 200
                place: header 'X-Total-Count'
                reason: counts come with 2.0
            """.formatted(LIBRARY));
        Handler right = new LibraryServer();

        int code = verify(request -> right.answer(request).without("X-Total-Count"), Map.of());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("Ignored:", "(counts come with 2.0)", "1 ignored in ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `inclde: x`                    | `plumbline.yaml:1:1 (#/inclde): 'inclde' is no option (did you mean 'include'?)`
        `help: true`                   | `'help' is no option`
        `user: a:b`                    | `credentials do not belong into a file that others read; set PLUMBLINE_USER`
        `timeout: [1, 2]`              | `(#/timeout): 'timeout' takes one value`
        `include: {a: b}`              | `(#/include): 'include' takes values`
        `timeout: soon`                | `'soon' is no time; write it as 10s, 500ms or 1m [`
        `just text`                    | `is no mapping of options to values`
        `ignore: all`                  | `'ignore' is no list; write it like`
        `ignore: [{operation: a}]`     | `(#/ignore/0): lacks 'reason'`
        `ignore: [{reason: a}]`        | `(#/ignore/0): names no place: it lacks 'cause', 'operation', 'place' and 'file'`
        `ignore: [{operation: a, reason: b, chek: c}]` | `'chek' says nothing of a finding to ignore (did you mean 'check'?)`
        `ignore: [{operation: a, reason: b, status: x}]` | `'status' is no number`
        `ignore: [{operation: a, reason: b, check: shema}]` | `no such check (did you mean 'schema'?)`
        `a: 1\\na: 2`                   | `plumbline.yaml:2`
        """)
    void mistakesAreToldWithTheirPlace(String text, String message) throws IOException {
        configure(text.replace("\\n", "\n") + "\n");

        assertThat(run(Map.of(), "--base-url", "http://127.0.0.1:1", "--contract", LIBRARY))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("plumbline: ").contains(message);
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        configure("inclde: x\nstrictt: true\n");

        run(Map.of());

        assertThat(err.toString()).contains("'inclde'", "'strictt'", "plumbline.yaml:2");
    }

    private void configure(String text) throws IOException {
        Files.writeString(folder.resolve("plumbline.yaml"), text);
    }

    private int verify(Handler handler, Map<String, String> environment, String... arguments) {
        try (TestServer server = TestServer.start(handler)) {
            List<String> all =
                    new ArrayList<>(List.of("--base-url", server.baseUrl().toString()));
            all.addAll(List.of(arguments));
            return run(environment, all.toArray(String[]::new));
        }
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Main(Surroundings.of(environment, new PrintWriter(out), new PrintWriter(err))
                        .in(folder))
                .run(Arguments.ofVerify(arguments));
    }
}
