package plumbline.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.MockServer;

class MainTests {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<MockServer> started = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        started.forEach(MockServer::close);
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Main(environment, new PrintWriter(out, true), new PrintWriter(err, true), started::add)
                .run(arguments);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        return Files.writeString(file, text);
    }

    @Nested
    class Help {
        @Test
        void isAsWritten() throws IOException {
            int status = run("--help");

            assertThat(status).isZero();
            assertThat(out.toString().replace("\r\n", "\n"))
                    .isEqualTo(Files.readString(RESOURCES.resolve("mock-help.txt")));
            assertThat(err.toString()).isEmpty();
        }

        @Test
        void tellsTheVersion() {
            assertThat(run("--version")).isZero();
            assertThat(out.toString()).startsWith("plumbline ").hasLineCount(1);
        }
    }

    @Nested
    class Refusing {
        private void assertRefused(int status, String... said) {
            assertThat(status).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("plumbline: ")
                    .contains(said)
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
            assertThat(out.toString()).isEmpty();
            assertThat(started).isEmpty();
        }

        @Test
        void refusesAPortInUse() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                int status = run("--port", String.valueOf(taken.getLocalPort()));

                assertRefused(status, "Port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
                assertThat(err.toString()).hasLineCount(1);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "65536"})
        void refusesPortsThatDoNotExist(String port) {
            assertRefused(run("--port", port), "not " + port, "Try 'plumbline mock --help'.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http", ""})
        void refusesPortsThatAreNoNumbers(String port) {
            assertRefused(run("--port", port), "--port", "Try 'plumbline mock --help'.");
        }

        @Test
        void refusesUnknownOptions() {
            assertRefused(run("--prot", "80"), "--prot", "Try 'plumbline mock --help'.");
        }

        @Test
        void refusesOptionsWithoutTheirValue() {
            assertRefused(run("--contract"), "--contract");
        }

        @Test
        void refusesAMissingContract() {
            assertRefused(run("--port", "0", "--contract", "no-such.yaml"), "no-such.yaml");
        }

        @Test
        void refusesAFolderAsContract() {
            assertRefused(run("--port", "0", "--contract", folder.toString()), folder.toString());
        }

        @Test
        void refusesAnEmptyContract() throws IOException {
            Path document = write("empty.yaml", "");

            assertRefused(run("--port", "0", "--contract", document.toString()), "empty.yaml");
        }

        @Test
        void refusesAContractOfAServerThatIsNotThere() throws IOException {
            int unused;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                unused = socket.getLocalPort();
            }
            String url = "http://127.0.0.1:" + unused + "/openapi.yaml";

            assertRefused(run("--port", "0", "--contract", url), url);
        }

        @Test
        void namesThePlaceWhereYamlBreaks() throws IOException {
            Path document = write("broken.yaml", "openapi: 3.1.0\ninfo: {title: x\npaths: {}\n");

            assertRefused(run("--port", "0", "--contract", document.toString()), "broken.yaml:3:");
        }

        @Test
        void namesThePlaceOfEachFaultOfAContract() throws IOException {
            Path document = write("faulty.yaml", """
                    openapi: 3.1.0
                    info: {title: x, version: '1'}
                    paths:
                      /a: {get: {responses: {'200': {$ref: '#/components/responses/None'}}}}
                    """);

            assertRefused(run("--port", "0", "--contract", document.toString()), "faulty.yaml:4:");
        }

        @Test
        void refusesAMissingFolder() {
            String missing = folder.resolve("none").toString();

            assertRefused(run("--port", "0", "--fixtures", missing), missing);
        }

        @Test
        void refusesAFixtureThatBreaksTheContract() throws IOException {
            write("users/1.json", "{\"id\": 1}");

            assertRefused(run("--port", "0", "--fixtures", folder.toString()), "users/1.json", "/id");
        }

        @Test
        void refusesAFixtureThatIsNoJson() throws IOException {
            write("users/1.json", "{\"id\": ");

            assertRefused(run("--port", "0", "--fixtures", folder.toString()), "users/1.json");
        }

        @Test
        void refusesAStubThatCannotBeRead() throws IOException {
            write("mappings/broken.json", "{\"request\": ");

            assertRefused(run("--port", "0", "--fixtures", folder.toString()), "broken.json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nowhere.invalid", "203.0.113.1"})
        void refusesHostsThatAreNotOurs(String host) {
            assertRefused(run("--port", "0", "--host", host), host);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/a b", "/a?b", "/a#b", "/a//b", "http://x/api"})
        void refusesBasePathsThatAreNone(String path) {
            assertRefused(run("--port", "0", "--base-path", path), path);
        }
    }

    @Nested
    class Environment {
        @Test
        void standsInForOptions() {
            int status = run(Map.of("PLUMBLINE_PORT", "0", "PLUMBLINE_BASE_PATH", "/twin"));

            assertThat(status).isZero();
            assertThat(started.get(0).baseUrl().getPath()).isEqualTo("/twin");
        }

        @Test
        void yieldsToOptions() {
            run(Map.of("PLUMBLINE_PORT", "0", "PLUMBLINE_BASE_PATH", "/twin"), "--base-path", "/given");

            assertThat(started.get(0).baseUrl().getPath()).isEqualTo("/given");
        }

        @Test
        void saysNothingIfItIsEmpty() {
            int status = run(Map.of("PLUMBLINE_CONTRACT", "", "PLUMBLINE_FIXTURES", ""), "--port", "0");

            assertThat(status).isZero();
            assertThat(started.get(0).fixtures().all()).isNotEmpty();
        }

        @Test
        void isRefusedIfItIsWrong() {
            assertThat(run(Map.of("PLUMBLINE_PORT", "http"))).isEqualTo(2);
            assertThat(err.toString()).contains("--port");
        }
    }

    @Nested
    class Greeting {
        @Test
        void listsWhatIsServed() {
            run("--port", "0");

            assertThat(out.toString().lines())
                    .startsWith("Listening on " + started.get(0).baseUrl())
                    .contains("  GET /users/{id}  Get a user")
                    .contains("      /users/7b1f28b9-a4ad-450b-a0ea-fd647d5109b2")
                    .endsWith("Stop with Ctrl-C.");
            assertThat(err.toString()).isEmpty();
        }

        @Test
        void listsTheOperationsOfAnotherContract() {
            run("--port", "0", "--contract", RESOURCES.resolve("library.yaml").toString());

            assertThat(out.toString())
                    .contains("Library \"central\"", "GET /books", "POST /books", "DELETE /books/{isbn}", "Try it:");
        }

        @Test
        void endsLongListsWithTheirNumber() throws IOException {
            for (int each = 0; each < 30; each++) {
                write("users/u" + each + ".404.json", "{}");
            }

            run("--port", "0", "--fixtures", folder.toString());

            assertThat(out.toString()).contains("/users/u0 -> 404", "and 10 more fixtures");
        }

        @ParameterizedTest
        @ValueSource(strings = {"users", "library", "secured"})
        void holdsACommandThatWorks(String name) throws IOException, InterruptedException {
            assumeThat(isThere("sh") && isThere("curl")).isTrue();
            write("secured.yaml", """
                    openapi: 3.1.0
                    info: {title: Secured, version: '1'}
                    paths:
                      /it's:
                        get:
                          security: [{token: [], key: [], crumb: [], page: []}]
                          responses: {'200': {description: ok, content: {text/plain: {example: fine}}}}
                    components:
                      securitySchemes:
                        token: {type: http, scheme: bearer}
                        key: {type: apiKey, in: header, name: X-Key}
                        crumb: {type: apiKey, in: cookie, name: crumb}
                        page: {type: apiKey, in: query, name: page_key}
                    """);
            Path document = "secured".equals(name) ? folder.resolve("secured.yaml") : RESOURCES.resolve("library.yaml");
            run(
                    "users".equals(name)
                            ? new String[] {"--port", "0"}
                            : new String[] {"--port", "0", "--contract", document.toString()});
            String command = out.toString()
                    .lines()
                    .filter(line -> line.startsWith("  curl "))
                    .findFirst()
                    .orElseThrow()
                    .strip();

            Process process = new ProcessBuilder("sh", "-c", command.replaceFirst("curl ", "curl -s -S -f -m 20 "))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(command + "\n" + output).isZero();
            assertThat(output).isNotEmpty();
        }

        private static boolean isThere(String program) {
            try {
                Process process = new ProcessBuilder(program, "sh".equals(program) ? "-c" : "--version", "exit 0")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                process.waitFor();
                return true;
            } catch (IOException absent) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
