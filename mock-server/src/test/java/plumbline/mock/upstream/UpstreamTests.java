package plumbline.mock.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.Connections;
import plumbline.mock.MockListener;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.text.Glob;
import plumbline.text.UnusableInputException;

class UpstreamTests {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final String SHOP = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers: [{url: /shop}]
            paths:
              /things/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer}}
                get:
                  operationId: getThing
                  tags: [reading]
                  responses:
                    "200":
                      description: one
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id]
                            properties: {id: {type: integer}, from: {const: contract}}
                          example: {id: 7, from: contract}
                    "404": {description: none}
              /things:
                post:
                  operationId: addThing
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, required: [id]}}}
                  responses: {"201": {description: added}, "422": {description: refused}}
            """;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private Path contract = Path.of("");

    @BeforeEach
    void writeContract() throws IOException {
        contract = Files.writeString(folder.resolve("shop.yaml"), SHOP);
    }

    private MockServer mock(Upstream upstream, UnaryOperator<UpstreamOptions> options) {
        return mock(upstream.url("/v2"), options);
    }

    private MockServer mock(URI upstream, UnaryOperator<UpstreamOptions> options) {
        return MockServer.start(
                MockServerOptions.defaults().withPort(0).withContract(contract),
                new MockListener() {
                    @Override
                    public void answeredInvalid(String violation) {
                        log.add(violation);
                    }
                },
                Connections.plain().before(options.apply(UpstreamOptions.of(upstream))));
    }

    private static HttpResponse<String> ask(MockServer mock, String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mock.baseUrl() + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        "POST".equals(method)
                                ? HttpRequest.BodyPublishers.ofString("{}")
                                : HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Response thing(Request request) {
        return Upstream.json(200, "{\"id\": 7, \"real\": true}");
    }

    @Nested
    class Passing {
        @Test
        void passesOnAndBackWhatIsSent() {
            try (Upstream upstream = Upstream.start(request ->
                            Upstream.json(200, "{\"id\": 7, \"real\": true}").withHeader("X-Own", "yes"));
                    MockServer mock = mock(upstream, options -> options)) {
                HttpResponse<String> answer =
                        ask(mock, "GET", "/things/7?a=%2F&b=1+2", "Authorization", "Bearer t", "X-A", "1", "X-A", "2");

                assertThat(answer.body()).isEqualTo("{\"id\": 7, \"real\": true}");
                assertThat(answer.headers().firstValue("X-Own")).hasValue("yes");
                assertThat(answer.headers().firstValue("Plumbline-Violations")).isEmpty();
                Request asked = upstream.asked().get(0);
                assertThat(asked.target()).isEqualTo("/v2/things/7?a=%2F&b=1+2");
                assertThat(asked.headers().all("X-A")).containsExactly("1", "2");
                assertThat(asked.headers().first("Authorization")).hasValue("Bearer t");
                assertThat(asked.headers().first("Host"))
                        .hasValue(upstream.url("").getRawAuthority());
                assertThat(asked.headers().first("X-Forwarded-Host")).hasValue("127.0.0.1:" + mock.port());
            }
            assertThat(log).isEmpty();
        }

        @Test
        void passesOnBodiesAndWhatTheContractLacks() {
            try (Upstream upstream = Upstream.start(request -> Response.of(201).withBody(request.body()));
                    MockServer mock = mock(upstream, options -> options)) {
                assertThat(ask(mock, "POST", "/things", "Content-Type", "application/json")
                                .body())
                        .isEqualTo("{}");
                assertThat(ask(mock, "GET", "/others").statusCode()).isEqualTo(201);
                assertThat(ask(mock, "HEAD", "/things/7").body()).isEmpty();
            }
            assertThat(log)
                    .anyMatch(line -> line.equals("GET /shop/others: request: the contract has no such operation"));
        }

        @Test
        void waitsForNothingWhereThereIsNoBody() {
            try (Upstream upstream = Upstream.start(
                            request -> Response.of(204).withHeader("Content-Type", "text/event-stream"));
                    MockServer mock = mock(upstream, options -> options)) {
                HttpResponse<String> answer = ask(mock, "GET", "/others");

                assertThat(answer.statusCode()).isEqualTo(204);
                assertThat(answer.headers().firstValue("Plumbline-Because")).hasValue("answer of " + upstream.url(""));
            }
        }

        @Test
        void unpacksWhatIsPackedToJudgeIt() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write("{\"id\": \"no number\"}".getBytes(StandardCharsets.UTF_8));
            }
            Response response = new Response(
                    200,
                    Headers.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                    Body.of(packed.toByteArray()));
            try (Upstream upstream = Upstream.start(request -> response);
                    MockServer mock = mock(upstream, options -> options)) {
                HttpResponse<String> answer = ask(mock, "GET", "/things/7");

                assertThat(answer.body()).isEqualTo("{\"id\": \"no number\"}");
                assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            }
            assertThat(log).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "Location, %s/v2/things/8, /shop/things/8",
            "Location, /v2/things/8?a=1, /shop/things/8?a=1",
            "Location, ../8, ../8",
            "Location, https://elsewhere.example/v2/x, https://elsewhere.example/v2/x",
            "Location, %s/login, /login",
            "Set-Cookie, a=b; Domain=real.example; Path=/v2; Secure; HttpOnly; SameSite=None, a=b; Path=/shop; HttpOnly",
            "Set-Cookie, a=b; Path=/, a=b; Path=/"
        })
        void rewritesRedirectsAndCookies(String name, String there, String here) {
            try (Upstream upstream = Upstream.start(request -> null)) {
                Addresses addresses = new Addresses(UpstreamOptions.of(upstream.url("/v2/")), List.of("/shop"));
                Response response = Response.of(302).withHeader(name, there.formatted(upstream.url("")));

                assertThat(addresses.here(response, "/shop/things/7").headers().first(name))
                        .hasValue(here);
            }
        }
    }

    @Nested
    class Judging {
        @Test
        void tellsRequestsAndAnswersThatBreakTheContract() {
            try (Upstream upstream = Upstream.start(request -> Upstream.json(200, "{\"id\": \"x\"}"));
                    MockServer mock = mock(upstream, options -> options)) {
                HttpResponse<String> answer = ask(mock, "GET", "/things/seven");

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Plumbline-Violations").orElse(""))
                        .contains("path parameter", "body at /id");
            }
            assertThat(log)
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("GET /shop/things/seven: request: "))
                    .anyMatch(line -> line.startsWith("GET /shop/things/seven: answer: body at /id "));
        }

        @Test
        void refusesThemWhereTheyAreBlocked() {
            try (Upstream upstream = Upstream.start(request -> Upstream.json(200, "{\"id\": \"x\"}"));
                    MockServer mock = mock(upstream, UpstreamOptions::blocking)) {
                assertThat(ask(mock, "POST", "/things", "Content-Type", "application/json")
                                .statusCode())
                        .isEqualTo(422);
                assertThat(ask(mock, "GET", "/others").statusCode()).isEqualTo(404);
                assertThat(upstream.asked()).isEmpty();

                HttpResponse<String> answer = ask(mock, "GET", "/things/7");
                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(answer.body()).contains("breaks the contract", "body at /id");
            }
        }

        @Test
        void neverTellsCredentials() {
            String secret = "s3cret-0815-token";
            try (Upstream upstream = Upstream.start(request ->
                            Upstream.json(200, "{\"id\": \"" + secret + "\", \"from\": \"" + secret + "\"}"));
                    MockServer mock = mock(upstream, options -> options)) {
                ask(mock, "GET", "/things/" + secret + "?api_key=" + secret, "Authorization", "Bearer " + secret);

                assertThat(upstream.asked().get(0).target()).endsWith("?api_key=" + secret);
            }
            assertThat(log).isNotEmpty().noneMatch(line -> line.contains(secret));
        }
    }

    @Nested
    class Missing {
        @ParameterizedTest
        @CsvSource({"404, contract", "501, contract", "500, ''"})
        void isAnsweredFromTheContract(int status, String expected) {
            try (Upstream upstream = Upstream.start(request -> Response.of(status));
                    MockServer mock = mock(upstream, UpstreamOptions::mockingMissing)) {
                assertThat(ask(mock, "GET", "/things/7").body()).contains(expected);
            }
        }

        @Test
        void isAlsoAServerThatCannotBeReached() {
            URI gone;
            try (Upstream upstream = Upstream.start(request -> Response.of(200))) {
                gone = upstream.url("");
            }
            try (MockServer mock = mock(gone, UpstreamOptions::mockingMissing)) {
                assertThat(ask(mock, "GET", "/things/7").body()).contains("contract");
            }
            try (MockServer mock = mock(gone, options -> options)) {
                HttpResponse<String> answer = ask(mock, "GET", "/things/7");
                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(answer.body()).contains("cannot be reached");
            }
        }

        @Test
        void isAlsoAServerThatTakesTooLongOrBreaksOff() {
            try (Upstream upstream = Upstream.start(request -> null);
                    MockServer mock = mock(upstream, options -> options.withTimeout(Duration.ofMillis(200)))) {
                assertThat(ask(mock, "GET", "/things/7").statusCode()).isBetween(502, 504);
            }
        }
    }

    @Nested
    class Choosing {
        @ParameterizedTest
        @CsvSource({"getThing, , true", "addThing, , false", ", reading, false", "GET, , true"})
        void passesOnOnlySomeOperations(String only, String except, boolean isPassed) {
            try (Upstream upstream = Upstream.start(UpstreamTests::thing);
                    MockServer mock =
                            mock(upstream, options -> options.only(globs(only)).except(globs(except)))) {
                assertThat(ask(mock, "GET", "/things/7").body()).contains(isPassed ? "real" : "contract");
            }
        }

        @Test
        void refusesPatternsThatFitNothing() {
            try (Upstream upstream = Upstream.start(UpstreamTests::thing)) {
                assertThatThrownBy(() -> mock(upstream, options -> options.only(globs("getThink"))))
                        .isInstanceOf(UnusableInputException.class)
                        .hasMessageContaining("getThing");
            }
        }

        private static List<Glob> globs(String text) {
            return text == null ? List.of() : List.of(new Glob(text));
        }
    }

    @ParameterizedTest
    @CsvSource({"ftp://h/", "http://u:p@h/", "http://h/?a", "/path"})
    void refusesUrlsThatAreNone(String url) {
        assertThatThrownBy(() -> UpstreamOptions.of(URI.create(url))).isInstanceOf(UnusableInputException.class);
    }
}
