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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.cli.options.Converters;
import plumbline.conformance.Suites;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;

class VerifyCommandTests {
    private static final String FIXTURES = Suites.resource("fixtures").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Nested
    class Help {

        @Test
        void isAsPinned() throws IOException {
            int code = run(Map.of(), "verify", "--help");

            assertThat(code).isZero();
            assertThat(out.toString())
                    .isEqualTo(Files.readString(Path.of("src/test/resources/plumbline/cli/verify-help.txt")));
        }

        @Test
        void tellsAllCommandsIfNoneIsNamed() {
            for (String[] arguments : List.of(new String[0], new String[] {"--help"})) {
                StringWriter told = new StringWriter();
                int code =
                        new Main(Surroundings.of(Map.of(), new PrintWriter(told), new PrintWriter(err))).run(arguments);

                assertThat(code).isZero();
                assertThat(told.toString())
                        .startsWith("Usage: plumbline [-hV] COMMAND")
                        .contains("\n  mock ", "\n  verify ", "\n  check ", "\n  merge-reports ");
            }
        }

        @Test
        void tellsTheVersion() {
            assertThat(run(Map.of(), "--version")).isZero();
            assertThat(out.toString()).startsWith("plumbline ");
        }
    }

    @Nested
    class ExitCode {

        @Test
        void isZeroForAServerThatConforms() {
            assertThat(verify(new UsersServer(), "--user", UsersServer.USER, "--fixtures", FIXTURES))
                    .isZero();
            assertThat(out.toString()).contains("Conforms: ");
            assertThat(err.toString()).isEmpty();
        }

        @Test
        void isOneForAServerThatDoesNot() {
            int code = verify(request -> Reply.of(500), "--fixtures", FIXTURES);

            assertThat(code).isEqualTo(1);
            assertThat(out.toString())
                    .contains(
                            "Does not conform: ",
                            " failed for 2 causes",
                            "the server failed with status 500",
                            "curl -i ");
        }

        @Test
        void isThreeIfNothingSucceeded(@TempDir Path empty) {
            int code = verify(new UsersServer(), "--user", UsersServer.USER, "--fixtures", empty.toString());

            assertThat(code).isEqualTo(3);
            assertThat(out.toString()).contains("Nothing was checked: ", "give 'id' a value that does with --set");
        }

        @Test
        void isTwoIfTheTargetCannotBeReached() {
            int code = run(Map.of(), "--base-url", "http://127.0.0.1:1/api");

            assertThat(code).isEqualTo(2);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines(
                            "plumbline: http://127.0.0.1:1/api cannot be reached: the connection was refused");
        }

        @Test
        void isTwoIfCredentialsAreNeededForAServerElsewhere() {
            int code = run(Map.of(), "--base-url", "https://api.example.com/v1");

            assertThat(code).isEqualTo(2);
            assertThat(err.toString()).contains(": give them with --user\n");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --contract missing.yaml         | missing.yaml
            --fixtures missing              | missing
            --phases everything             | 'everything' is no phase; use examples, coverage, security, protocol or lifecycle
            --timeout soon                  | 'soon' is no time; write it as 10s, 500ms or 1m
            --timeout 0s                    | '0s' is no time
            --rate fast                     | 'fast' is no rate; write it as 100/min, 1000/h or 5, which is a second
            --set id                        | 'id' has no equals sign; write it as name=value
            --set idd=42                    | a value is given for 'idd', but no operation has a parameter of this name (did you mean 'id'?)
            --set foo=3                     | a value is given for 'foo', but no operation has a parameter of this name
            --user nobody                   | there is no colon in it; write it as client:secret
            --header nothing                | this is no header; write it as 'Name: value'
            --values missing.yaml           | missing.yaml
            --fuzz -1                       | -1 random cases cannot be made: choose 0 to 100000
            --frobnicate                    | unknown argument: --frobnicate
            --base-url ftp://127.0.0.1/     | should be specified only once
            """)
        void isTwoForInputThatCannotBeUsed(String arguments, String message) {
            List<String> all = new ArrayList<>(List.of("--base-url", "http://127.0.0.1:1/api"));
            all.addAll(List.of(arguments.split(" ", -1)));

            assertThat(run(Map.of(), all.toArray(String[]::new))).isEqualTo(2);
            assertThat(err.toString()).startsWith("plumbline: ").contains(message);
            assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ftp://127.0.0.1/api              | is no base URL: write it as http://host:port/path
            http:/127.0.0.1                  | is no base URL: write it as http://host:port/path
            http://127.0.0.1/a b             | this is no URL; write it as http://host:port/path
            http://user:pass@127.0.0.1/api   | must not hold credentials: give them apart from it
            http://127.0.0.1/api?x=1         | must end with its path
            """)
        void isTwoForABaseUrlThatCannotBeUsed(String url, String message) {
            assertThat(run(Map.of(), "--base-url", url)).isEqualTo(2);
            assertThat(err.toString()).contains(message).doesNotContain("user:pass");
        }

        @Test
        void isTwoWithoutABaseUrl() {
            assertThat(run(Map.of())).isEqualTo(2);
            assertThat(err.toString()).contains("Missing required option: '--base-url=URL'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080/v1", "localhost:8080/v1", "[::1]:8080/v1", "api.example.com"})
    void aBaseUrlWithoutSchemeIsOfHttp(String url) {
        assertThat(new Converters.UrlConverter().convert(url)).hasToString("http://" + url);
    }

    @Test
    void everyOptionHasATwinInTheEnvironment(@TempDir Path folder) {
        try (TestServer server = TestServer.start(new UsersServer())) {
            Map<String, String> environment = Map.of(
                    "PLUMBLINE_BASE_URL",
                    server.baseUrl().toString(),
                    "PLUMBLINE_USER",
                    UsersServer.USER,
                    "PLUMBLINE_HEADER",
                    "X-One: 1\nX-Two: 2",
                    "PLUMBLINE_SET",
                    "id=" + UsersServer.ADA + "\nSequence-Version=2024-07-30",
                    "PLUMBLINE_PHASES",
                    "examples,security",
                    "PLUMBLINE_TIMEOUT",
                    "5s",
                    "PLUMBLINE_VERBOSE",
                    "true",
                    "PLUMBLINE_RATE",
                    "1000/s",
                    "PLUMBLINE_REPORT_DIR",
                    folder.toString());

            assertThat(run(environment)).isZero();
        }
        assertThat(out.toString())
                .contains("getUser/examples/given", "getUser/security/wrong-credentials")
                .doesNotContain("getUser/protocol/");
        assertThat(folder.resolve("plumbline-report.json")).exists();
        assertThat(folder.resolve("TEST-plumbline.xml")).exists();
    }

    @Test
    void authorizationCanBeGivenInTheEnvironmentUnderTheNameThatCurlCommandsUse() {
        try (TestServer server = TestServer.start(new UsersServer())) {
            Map<String, String> environment =
                    Map.of("PLUMBLINE_AUTHORIZATION", "Basic dGVzdC1jbGllbnQ6dGVzdC1zZWNyZXQ=");

            assertThat(run(environment, "--base-url", server.baseUrl().toString(), "--set", "id=" + UsersServer.ADA))
                    .isZero();
        }
    }

    @Test
    void aDryRunListsTheCasesAndSendsNothing() {
        int code = run(Map.of(), "--base-url", "http://127.0.0.1:1/api", "--dry-run", "--set", "id=" + UsersServer.ADA);

        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("getUser/examples/given +GET /api/users/" + UsersServer.ADA)
                .containsPattern("getUser/protocol/undocumented-DELETE +DELETE /api/users/")
                .contains(" cases; nothing was sent");
    }

    @Test
    void aDryRunTellsWhatBelongsTogetherAndWhy(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("shops.yaml"), """
            openapi: 3.1.0
            info: {title: Shops, version: '1'}
            paths:
              /shops:
                get:
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          schema: {type: array, items: {type: object, properties: {id: {type: integer}}}}
              /shops/{shopId}:
                parameters: [{name: shopId, in: path, required: true, schema: {type: integer}}]
                get: {responses: {'200': {description: OK}}}
            """);

        int code = run(Map.of(), "--base-url", "http://127.0.0.1:1", "--dry-run", "--contract", document.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("""
            resources
              /shops
                items: /shops/{shopId}
                key: shopId = /id (the parameter names the item and the property)
                list: GET /shops, a list (the item path is the collection path and what names the item)
                read: GET /shops/{shopId} (it is on the item path)
            """);
    }

    @Test
    void reportsOfShardsAreMerged(@TempDir Path folder) {
        List<String> files = new ArrayList<>(
                List.of("merge-reports", "--report-dir", folder.resolve("all").toString()));
        for (String shard : List.of("1/2", "2/2")) {
            Path part = folder.resolve(shard.replace('/', '-'));
            verify(
                    new UsersServer(),
                    "--user",
                    UsersServer.USER,
                    "--fixtures",
                    FIXTURES,
                    "--shard",
                    shard,
                    "--report-dir",
                    part.toString());
            files.add(part.resolve("plumbline-report.json").toString());
        }
        out.getBuffer().setLength(0);

        assertThat(run(Map.of(), files.toArray(String[]::new))).isZero();
        assertThat(out.toString()).contains("Conforms: ", "getUser");
        assertThat(folder.resolve("all/report.html")).exists();
        assertThat(run(Map.of(), "merge-reports", "missing.json")).isEqualTo(2);
        assertThat(err.toString()).contains("missing.json cannot be read");
    }

    @Test
    void casesAreToldOnlyIfAskedFor() {
        verify(new UsersServer(), "--user", UsersServer.USER, "--fixtures", FIXTURES);
        assertThat(out.toString()).contains("Conforms: ").doesNotContain("getUser/examples/fixture");

        verify(new UsersServer(), "--user", UsersServer.USER, "--fixtures", FIXTURES, "--verbose");
        assertThat(out.toString()).contains("ok      getUser/examples/fixture");
        out.getBuffer().setLength(0);

        verify(new UsersServer(), "--user", UsersServer.USER, "--fixtures", FIXTURES, "--quiet");
        assertThat(out.toString().lines()).singleElement().asString().startsWith("Conforms: ");

        assertThat(verify(new UsersServer(), "--quiet", "--verbose")).isEqualTo(2);
    }

    @Test
    void whatIsTheSameInAnswersOfSeveralStatusesIsToldOnce() {
        Handler users = new UsersServer();

        verify(request -> users.answer(request).with("X-Served-By", "a"), "--user", UsersServer.USER);

        assertThat(out.toString().lines().filter(line -> line.contains("x-served-by")))
                .singleElement()
                .asString()
                .matches(
                        "  getUser: undocumented-headers: header 'x-served-by' is not documented, in [0-9]{2} answers");
    }

    @Test
    void whatOurMockSaysOfItselfIsNotTold() {
        Handler users = new UsersServer();

        verify(request -> users.answer(request).with("Plumbline-Because", "fixture"), "--user", UsersServer.USER);

        assertThat(out.toString()).startsWith("Checking").doesNotContainIgnoringCase("plumbline-because");
    }

    @Test
    void aCauseIsIgnoredByTheEntryThatIsToldForIt(@TempDir Path folder) throws IOException {
        verify(request -> Reply.of(500), "--fixtures", FIXTURES);
        String entry = out.toString()
                .lines()
                .filter(line -> line.contains("- {cause: "))
                .map(String::strip)
                .map(line -> line.substring(line.indexOf("- {")))
                .findFirst()
                .orElseThrow();
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "ignore:\n  " + entry + "\n");
        out.getBuffer().setLength(0);

        verify(request -> Reply.of(500), "--fixtures", FIXTURES, "--config", settings.toString());

        assertThat(out.toString()).contains("Ignored:", "(say why)").doesNotContain(entry);
        Files.writeString(settings, "ignore: [{cause: schemas-3f9a2c, reason: none}]");
        assertThat(verify(new UsersServer(), "--config", settings.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("'schemas-3f9a2c' is the name of no cause", "settings.yaml:1");
    }

    @Test
    void whatIsKnownDoesNotFail(@TempDir Path folder) {
        String known = folder.resolve("known.json").toString();
        Handler wrong = request -> Reply.of(500);

        assertThat(verify(wrong, "--fixtures", FIXTURES, "--update-baseline", known))
                .isZero();
        assertThat(out.toString()).contains("2 causes known from now on, in " + known);
        // Nothing that is wrong is new, but no request was answered with success either.
        assertThat(verify(wrong, "--fixtures", FIXTURES, "--baseline", known)).isEqualTo(3);
        out.getBuffer().setLength(0);

        assertThat(verify(new UsersServer(), "--user", UsersServer.USER, "--fixtures", FIXTURES, "--baseline", known))
                .isZero();
        assertThat(out.toString()).contains("\nGone: no-server-error-");
        assertThat(verify(wrong, "--baseline", folder.resolve("none.json").toString()))
                .isEqualTo(2);
    }

    @Test
    void aWorkflowGetsASummaryBesideWhatIsThere(@TempDir Path folder) throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "# Before\n");
        try (TestServer server = TestServer.start(request -> Reply.of(500))) {
            run(
                    Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
                    "--base-url",
                    server.baseUrl().toString(),
                    "--fixtures",
                    FIXTURES);
        }
        assertThat(Files.readString(summary)).startsWith("# Before\n## Plumbline: Sequence users does not conform");
    }

    @Test
    void aWorkflowIsToldOfFailures() {
        try (TestServer server = TestServer.start(request -> Reply.of(500))) {
            run(Map.of("GITHUB_ACTIONS", "true"), "--base-url", server.baseUrl().toString(), "--fixtures", FIXTURES);
        }
        assertThat(out.toString()).contains("\n::error title=Plumbline%3A getUser%3A no-server-error::");
    }

    private int verify(Handler handler, String... arguments) {
        try (TestServer server = TestServer.start(handler)) {
            List<String> all =
                    new ArrayList<>(List.of("--base-url", server.baseUrl().toString()));
            all.addAll(List.of(arguments));
            return run(Map.of(), all.toArray(String[]::new));
        }
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Main(Surroundings.of(environment, new PrintWriter(out), new PrintWriter(err)))
                .run(Arguments.ofVerify(arguments));
    }
}
