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
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.contract.http.Request;

/** A wrong set-up is told by one line before anything is judged, and what befalls a server during a run is no violation. */
class ProbeTests {
    private static final Reply PETS = Reply.json(200, "[]");
    private static final Reply PAGE =
            Reply.of(200).with("Content-Type", "text/html").withBody("<h1>Welcome</h1>");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Request> seen = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeContract() throws IOException {
        Files.writeString(folder.resolve("api.yaml"), """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            servers: [{url: 'https://pets.example.com/v1'}]
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
              responses:
                list: {description: OK, content: {application/json: {schema: {type: array}}}}
                unauthorized: {description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}
            paths:
              /pets: {get: {operationId: pets, responses: {'200': {$ref: '#/components/responses/list'}}}}
              /owners: {get: {operationId: owners, responses: {'200': {$ref: '#/components/responses/list'}}}}
            """);
    }

    private void secure() throws IOException {
        Path contract = folder.resolve("api.yaml");
        Files.writeString(
                contract,
                Files.readString(contract)
                        .replace("get: {operationId", "get: {security: [{token: []}], operationId")
                        .replace("list'}}}}", "list'}, '401': {$ref: '#/components/responses/unauthorized'}}}}"));
    }

    private int verify(TestServer server, String basePath, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("verify", folder.resolve("api.yaml").toString(), "--base-url", origin(server) + basePath));
        all.addAll(List.of(arguments));
        return new Main(Surroundings.of(Map.of(), new PrintWriter(out), new PrintWriter(err)))
                .run(all.toArray(String[]::new));
    }

    private int verify(Handler handler, String... arguments) {
        try (TestServer server = start(handler)) {
            return verify(server, "/v1", arguments);
        }
    }

    private TestServer start(Handler handler) {
        return TestServer.start(request -> {
            seen.add(request);
            return handler.answer(request);
        });
    }

    private static String origin(TestServer server) {
        return "http://" + server.baseUrl().getRawAuthority();
    }

    private void assertToldAtOnce(int code, String message) {
        assertThat(code).as(out.toString() + err).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).startsWith("plumbline: ").contains(message);
        assertThat(seen).hasSizeLessThan(8).allMatch(request -> "GET".equals(request.method()));
    }

    @Nested
    class BasePath {
        @Test
        void ofTheContractIsProposedWhereItIsSeenToWork() {
            try (TestServer server = start(request -> request.path().startsWith("/v1/") ? PETS : Reply.of(404))) {
                assertToldAtOnce(
                        verify(server, ""),
                        "GET /pets was answered with 404, but GET /v1/pets with 200, as the contract's server ends in"
                                + " /v1; try the base URL " + origin(server) + "/v1");
            }
        }

        @Test
        void thatIsTooLongIsToldAsWell() {
            try (TestServer server =
                    start(request -> request.path().matches("/(pets|owners)") ? PETS : Reply.of(404))) {
                assertToldAtOnce(verify(server, "/api"), "try the base URL " + origin(server));
            }
        }

        @Test
        void isNotBlamedWhereNoOtherWorks() {
            assertThat(verify(request -> Reply.of(404))).isEqualTo(1);
        }
    }

    @Nested
    class WebPages {
        @Test
        void forEveryPathAreOfNoApi() {
            assertToldAtOnce(verify(request -> PAGE), "nothing but web pages came from http://127.0.0.1:");
        }

        @Test
        void forPathsOfTheContractOnlyAreViolations() {
            assertThat(verify(request -> request.path().matches("/v1/(pets|owners)") ? PAGE : Reply.of(404)))
                    .isEqualTo(1);
        }
    }

    @Nested
    class Redirects {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            https://id.example.com/login?next=secret | to what looks like a login page, https://id.example.com/login: credentials are missing
            https://www.example.com/v1/pets          | to another host, https://www.example.com/v1/pets: if that is the API, give it as the base URL
            https://127.0.0.1/v1/pets                | to HTTPS: begin the base URL with https://
            """)
        void thatLeadElsewhereAreFollowedByNobody(String location, String message) {
            assertToldAtOnce(verify(request -> Reply.of(302).with("Location", location)), message);
            assertThat(err.toString()).doesNotContain("secret");
        }
    }

    @Nested
    class Credentials {
        private final Handler picky = request -> Reply.of(401).with("WWW-Authenticate", "Bearer");

        @BeforeEach
        void secureContract() throws IOException {
            secure();
        }

        @Test
        void thatAreMadeUpMayNotBeTaken() {
            assertToldAtOnce(
                    verify(picky),
                    "no credentials are given, and it does not take made-up ones; give some for token with"
                            + " --bearer");
        }

        @Test
        void thatAreGivenMayBeWrong() {
            assertToldAtOnce(
                    verify(picky, "--header", "Authorization: Bearer expired-token"),
                    "the credentials that are given for token are wrong or have expired");
            assertThat(err.toString()).doesNotContain("expired-token");
        }

        @Test
        void ofAnotherKindAreToldBeforeAnythingIsSent() {
            int code = new Main(Surroundings.of(Map.of(), new PrintWriter(out), new PrintWriter(err)))
                    .run(
                            "verify",
                            folder.resolve("api.yaml").toString(),
                            "--base-url",
                            "https://pets.example.com/v1",
                            "--user",
                            "a:b");

            assertThat(code).isEqualTo(2);
            assertThat(err.toString())
                    .contains("every operation needs credentials, an Authorization header of the scheme Bearer (token),"
                            + " and what is given is of another kind: give them with --bearer\n");
        }

        @Test
        void thatExpireDuringTheRunEndIt() {
            AtomicInteger left = new AtomicInteger(6);
            int code = verify(
                    request -> request.headers().all("Authorization").contains("Bearer short-lived-token")
                                    && left.getAndDecrement() > 0
                            ? PETS
                            : picky.answer(request),
                    "--header",
                    "Authorization: Bearer short-lived-token",
                    "--phases",
                    "examples,security,protocol");

            assertThat(code).as(out.toString()).isEqualTo(2);
            assertThat(err.toString())
                    .contains("the run ended early: the target refuses the credentials that it took before, which may"
                            + " have expired: give others with --user, --bearer, --api-key or --header");
            assertThat(out.toString()).contains(" 0 failed");
        }
    }

    @Nested
    class AnAvailableServer {
        @Test
        void isAskedOnceMoreThanTheCasesNeed() {
            assertThat(verify(request -> PETS, "--case", "pets/examples/example"))
                    .isZero();
            assertThat(seen).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {429, 503})
        void mayCloseDuringTheRun(int status) {
            AtomicInteger left = new AtomicInteger(5);
            int code = verify(request ->
                    left.getAndDecrement() > 0 ? PETS : Reply.of(status).with("Retry-After", "0"));

            assertThat(code).as(out.toString()).isNotEqualTo(0);
            assertThat(err.toString()).contains("the target came to answer everything with " + status);
            assertThat(out.toString()).doesNotContain("status " + status);
        }

        @Test
        void mayBeBusyForAMoment() {
            AtomicInteger left = new AtomicInteger(5);
            verify(request -> {
                int count = left.getAndDecrement();
                return count <= 0 && count > -2 ? Reply.of(503).with("Retry-After", "0") : PETS;
            });

            assertThat(err.toString()).isEmpty();
            assertThat(out.toString()).doesNotContain("503");
        }

        @Test
        void mayGoAwayDuringTheRun() {
            AtomicReference<TestServer> running = new AtomicReference<>();
            AtomicInteger left = new AtomicInteger(5);
            try (TestServer server = start(request -> {
                if (left.decrementAndGet() == 0) {
                    Objects.requireNonNull(running.get()).close();
                }
                return PETS;
            })) {
                running.set(server);
                verify(server, "/v1", "--phases", "examples,protocol");
            }

            assertThat(err.toString())
                    .contains("the run ended early: the target went away: nobody listens there any more");
            assertThat(out.toString())
                    .contains("the run ended early: the target went away")
                    .doesNotContain("stopped listening");
        }
    }

    @Test
    void aServerThatHasNoTimeIsToldAtOnce() {
        assertThat(verify(request -> Reply.of(429).with("Retry-After", "0"))).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("answers everything with 429");
    }

    @Test
    void aServerThatFailsFromTheBeginningIsJudged() {
        assertThat(verify(request -> Reply.of(503).with("Retry-After", "0"))).isEqualTo(1);
    }
}
