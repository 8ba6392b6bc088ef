package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;

class MockCommandTests extends CommandLineRun {
    @Nested
    class Help {
        @Test
        void isAsWritten() throws IOException {
            int status = run("--help");

            assertThat(status).isZero();
            assertThat(out.toString().replace("\r\n", "\n"))
                    .isEqualTo(Files.readString(Path.of("src/test/resources/plumbline/cli/mock-help.txt")));
            assertThat(err.toString()).isEmpty();
        }

        @Test
        void tellsTheVersion() {
            assertThat(run("--version")).isZero();
            assertThat(out.toString()).startsWith("plumbline ").hasLineCount(1);
        }
    }

    @Nested
    class Examples {
        @Test
        void thatBreakTheirSchemasAreToldOnceItListens() throws IOException {
            StringBuilder examples = new StringBuilder();
            for (int i = 0; i < 23; i++) {
                examples.append("e").append(i).append(": {value: ").append(i).append("}, ");
            }
            Path contract = write("api.yaml", """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: OK
                          content: {application/json: {schema: {type: string}, examples: {EXAMPLES}}}
                """.replace("EXAMPLES", examples));

            int status = run("--port", "0", "--contract", contract.toString());

            assertThat(status).isZero();
            assertThat(out.toString()).contains("Listening on");
            assertThat(err.toString().lines().toList()).hasSize(21).endsWith("… and 3 more");
            assertThat(err.toString())
                    .startsWith("Warning: " + contract + ":9:")
                    .contains("/examples/e0/value): the example breaks 'type' of its schema: it is of type integer");
        }

        @Test
        void areJudgedWhenThoseWhoReadThroughAPipeKnowThatItListens() throws IOException {
            Path contract = write("api.yaml", """
                    openapi: 3.1.0
                    info: {title: T, version: '1'}
                    paths:
                      /a/{b}: {get: {responses: {'200': {description: OK}}}}
                      /{a}/b:
                        get:
                          responses:
                            '200':
                              description: OK
                              content: {application/json: {schema: {type: string}, example: 1}}
                    """);
            List<String> knownAtWarnings = new ArrayList<>();
            PrintWriter warned = new PrintWriter(new StringWriter() {
                @Override
                public void flush() {
                    knownAtWarnings.add(out.toString());
                }
            });
            Surroundings pipes = Surroundings.of(Map.of(), new PrintWriter(new BufferedWriter(out, 100_000)), warned);

            new Main(pipes.in(folder).keeping(started::add))
                    .run("mock", "--port", "0", "--contract", contract.toString());

            assertThat(knownAtWarnings)
                    .isNotEmpty()
                    .allSatisfy(known -> assertThat(known)
                            .contains("Listening on")
                            .endsWith("Stop with Ctrl-C." + System.lineSeparator()));
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
    class Disturbances {
        @ParameterizedTest
        @CsvSource({
            "--delay, soon, write it as 200ms",
            "--delay, 'lognormal:1s', write it as 200ms",
            "--fault-rate, 2, a share of requests is a number from 0 to 1",
            "--fault-rate, many, --fault-rate",
            "--stubs, maybe, is none of 'warn'"
        })
        void areRefusedWhereTheyCannotBeRead(String option, String value, String message) {
            assertThat(run("--port", "0", option, value)).isEqualTo(2);
            assertThat(err.toString()).contains(message);
        }

        @Test
        void failWhatIsAsked() throws Exception {
            run("--port", "0", "--fault-rate", "1", "--delay", "1ms");
            URI url = URI.create(started.get(0).baseUrl() + "/users/1");

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            HttpResponse<String> response = HttpClient.newHttpClient()
                                    .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
                            assertThat(response.statusCode()).isEqualTo(503);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Nested
    class BeforeAServer {
        @Test
        void passesRequestsOnAndRecordsTheAnswers(@TempDir Path folder) {
            try (TestServer server = TestServer.start(request -> Reply.json(404, "{}"))) {
                int status = run(
                        "--port=0",
                        "--upstream=" + server.baseUrl(),
                        "--mock-missing",
                        "--only=getUser",
                        "--record=" + folder.resolve("new"));

                assertThat(status).isZero();
                assertThat(folder.resolve("new")).isDirectory();
            }
        }

        @Test
        void isNothingWithoutOne() {
            assertThat(run("--port=0", "--block")).isEqualTo(2);
            assertThat(run("--port=0", "--upstream=ftp://h")).isEqualTo(2);
            assertThat(run("--port=0", "--upstream=http://h", "--only=getUsr")).isEqualTo(2);
            assertThat(err.toString()).contains("name it with --upstream", "base URL", "'getUsr' fits no", "getUser");
        }
    }

    @Nested
    class Administration {
        private int status(String path, String... headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + started.get(0).port() + path));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }

        @Test
        void isForBearersOfTheToken() throws Exception {
            run(Map.of("PLUMBLINE_ADMIN_TOKEN", "t0p"), "--port", "0");

            assertThat(status("/__admin/mappings")).isEqualTo(401);
            assertThat(status("/__admin/mappings", "Authorization", "Bearer t0p"))
                    .isEqualTo(200);
            assertThat(out.toString() + err).doesNotContain("t0p");
        }

        @Test
        void hasBodiesAsLargeAsAllowed() throws Exception {
            run("--port", "0", "--max-body", "1KB");
            URI uri = URI.create("http://127.0.0.1:" + started.get(0).port() + "/a");

            for (int length : new int[] {1024, 1025}) {
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[length]))
                        .build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(length == 1024 ? 404 : 413);
            }
            assertThat(run("--port", "0", "--max-body", "1 mile")).isEqualTo(2);
            assertThat(err.toString()).contains("write it as 500, 64KB or 10MB");
        }

        @Test
        void canBeLeftOut() throws Exception {
            run("--port", "0", "--no-admin");

            assertThat(status("/__admin/mappings")).isEqualTo(404);
        }

        @Test
        void isToldToNeedATokenWhereOthersReachIt() throws Exception {
            run("--port", "0", "--host", "0.0.0.0");

            assertThat(status("/__admin/mappings")).isEqualTo(403);
            assertThat(err.toString()).contains("--admin-token", "--no-admin");
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
        void isNotSteeredByTheContract() throws IOException {
            String controls = "\\e[2J\\x9B2J\\u202E\\0\\r";
            Path contract = write("api.yaml", """
                openapi: 3.1.0
                info: {title: "TCONTROLSConforms", version: '1'}
                paths:
                  "/aCONTROLS": {get: {summary: "SCONTROLS", operationId: "oCONTROLS", responses: {'999': {}}}}
                """.replace("CONTROLS", controls));

            run("--port", "0", "--contract", contract.toString());
            run("--port", "0", "--contract", contract.toString() + "\u009B2J");

            assertThat((out.toString() + err).chars().filter(character -> character < ' ' && character != '\n'))
                    .isEmpty();
            assertThat(out.toString() + err).doesNotContain("\u009B", "\u202E").contains("\uFFFD");
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
