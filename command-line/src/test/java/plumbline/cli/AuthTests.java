package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.contract.http.Request;

/** Credentials that {@code plumbline.yaml} says the source of. */
class AuthTests {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("API_SECRET", "the client's secret", "API_TOKEN", "token-0", "API_USER", "ada:lovelace");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Request> tokenRequests = new CopyOnWriteArrayList<>();
    private final AtomicInteger token = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeContract() throws IOException {
        contract("{type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}}");
    }

    private void contract(String scheme) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: Pets, version: '1'}
                security: [{main: []}]
                components: {securitySchemes: {main: SCHEME}}
                paths:
                  /pets:
                    get:
                      operationId: pets
                      responses:
                        '200': {description: OK, content: {application/json: {schema: {type: array}}}}
                        '401': {description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}
                """.replace("SCHEME", scheme));
    }

    private void auth(String text) throws IOException {
        Files.writeString(folder.resolve("plumbline.yaml"), "auth: " + text + "\n");
    }

    private int verify(Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            String[] arguments = {
                "verify",
                folder.resolve("api.yaml").toString(),
                "--base-url",
                "http://" + server.baseUrl().getRawAuthority() + "/v1",
                "--phases",
                "examples,security",
                "--verbose"
            };
            return new Main(Surroundings.of(ENVIRONMENT, new PrintWriter(out), new PrintWriter(err))
                            .in(folder))
                    .run(arguments);
        }
    }

    private int verify(Handler handler, String... more) {
        try (TestServer server = TestServer.start(handler)) {
            List<String> arguments = new ArrayList<>(List.of(
                    "verify",
                    folder.resolve("api.yaml").toString(),
                    "--base-url",
                    server.baseUrl().toString().replace("/api", "/v1"),
                    "--phases",
                    "examples",
                    "--verbose"));
            arguments.addAll(List.of(more));
            return new Main(Surroundings.of(Map.of(), new PrintWriter(out), new PrintWriter(err))
                            .in(folder))
                    .run(arguments.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: http, scheme: bearer}                 | --bearer  | Authorization | Bearer s3cr3t-value",
                "{type: openIdConnect, openIdConnectUrl: /id} | --bearer  | Authorization | Bearer s3cr3t-value",
                "{type: apiKey, in: header, name: X-Key}      | --api-key | X-Key         | s3cr3t-value",
                "{type: apiKey, in: cookie, name: key}        | --api-key | Cookie        | key=s3cr3t-value",
            })
    void aTokenOrKeyIsShownAsTheContractSays(String scheme, String option, String header, String value)
            throws IOException {
        contract(scheme);

        int exit = verify(
                request -> request.headers().first(header).filter(value::equals).isPresent()
                        ? Reply.json(200, "[]")
                        : refusal(),
                option,
                "s3cr3t-value");

        assertThat(exit).as(out + "\n" + err).isZero();
        assertThat(out.toString() + err).doesNotContain("s3cr3t-value");
    }

    @Test
    void aTokenThatNoSchemeTakesIsRefusedWithoutItsText() throws IOException {
        contract("{type: http, scheme: basic}");

        assertThat(verify(request -> refusal(), "--bearer", "s3cr3t-value")).isEqualTo(2);

        assertThat(err.toString())
                .contains("a bearer token is given, but no operation asks for a security scheme that takes one")
                .doesNotContain("s3cr3t-value");
    }

    private Reply answer(Request request) {
        if ("/token".equals(request.path())) {
            tokenRequests.add(request);
            return Reply.json(
                    200, "{\"access_token\": \"token-" + token.incrementAndGet() + "\", \"expires_in\": 3600}");
        }
        return shows(request, "Bearer token-" + token.get()) ? Reply.json(200, "[]") : refusal();
    }

    private boolean shows(Request request, String expected) {
        boolean isRight = request.headers().all("Authorization").contains(expected);
        if (isRight && left.getAndDecrement() == 0) {
            token.incrementAndGet();
            return false;
        }
        return isRight;
    }

    private static Reply refusal() {
        return Reply.of(401).with("WWW-Authenticate", "Bearer");
    }

    @Test
    void areGrantedToAClient() throws IOException {
        auth("{main: {grant: client_credentials, client-id: me, client-secret-env: API_SECRET, scope: read write}}");

        assertThat(verify(this::answer)).as(out.toString() + err).isZero();
        assertThat(tokenRequests).hasSize(1);
        assertThat(tokenRequests.get(0).body().text())
                .contains("grant_type=client_credentials", "scope=read+write")
                .doesNotContain("secret");
        assertThat(tokenRequests.get(0).headers().first("Authorization"))
                .contains("Basic "
                        + Base64.getEncoder()
                                .encodeToString("me:the+client%27s+secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(out.toString())
                .contains("ok      pets/security/wrong-credentials")
                .doesNotContain("token-1", "made-up ones");
    }

    @Test
    void areFetchedAgainOnceTheyAreRefused() throws IOException {
        auth("{main: {grant: client_credentials, client-id: me, client-secret-env: API_SECRET}}");
        left.set(2);

        assertThat(verify(this::answer)).as(out.toString() + err).isZero();
        assertThat(tokenRequests).hasSize(2);
    }

    @Test
    void areNotFetchedAgainAndAgain() throws IOException {
        auth("{main: {grant: client_credentials, client-id: me, client-secret-env: API_SECRET}}");

        assertThat(verify(request -> "/token".equals(request.path()) ? answer(request) : refusal()))
                .isEqualTo(2);
        assertThat(tokenRequests).hasSize(1);
        assertThat(err.toString()).contains("the credentials that are given for main are wrong or have expired");
    }

    @Test
    void thatCannotBeHadEndTheRunBeforeItBegins() throws IOException {
        auth("{main: {grant: client_credentials, client-id: me, client-secret-env: API_SECRET}}");

        assertThat(verify(request -> Reply.json(401, "{\"error\": \"invalid_client\"}")))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("no token can be had from http://127.0.0.1:", "it answered with 401, invalid_client")
                .doesNotContain("the client's secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {env: API_TOKEN}
            {command: 'echo token-0'}
            """)
    void areTakenFromTheEnvironmentOrACommand(String source) throws IOException {
        auth("{main: " + source + "}");

        assertThat(verify(this::answer)).as(out.toString() + err).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: http, scheme: basic}               | Authorization | Basic YWRhOmxvdmVsYWNl
            {type: apiKey, in: header, name: X-Key}   | X-Key         | ada:lovelace
            {type: apiKey, in: cookie, name: session} | Cookie        | session=ada:lovelace
            """)
    void areShownWhereTheSchemeWantsThem(String scheme, String header, String value) throws IOException {
        contract(scheme);
        auth("{main: {env: API_USER}}");

        assertThat(verify(request -> request.headers().all(header).contains(value) ? Reply.json(200, "[]") : refusal()))
                .as(out.toString() + err)
                .isZero();
    }

    @Test
    void areShownInTheQuery() throws IOException {
        contract("{type: apiKey, in: query, name: key}");
        auth("{main: {env: API_USER}}");

        assertThat(verify(request -> request.query().equals("key=ada%3Alovelace") ? Reply.json(200, "[]") : refusal()))
                .as(out.toString() + err)
                .isZero();
    }

    @Test
    void areHiddenWhereAServerTellsThem() throws IOException {
        auth("{main: {command: 'echo token-0'}}");

        assertThat(verify(request -> shows(request, "Bearer token-0")
                        ? Reply.json(200, "{\"you\": \"token-0\"}").with("X-You", "token-0")
                        : refusal()))
                .isEqualTo(1);
        assertThat(out.toString() + err).contains("<secret>").doesNotContain("token-0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {mian: {env: API_TOKEN}}               | no operation asks for a security scheme of this name (did you mean 'main'?)
            {main: {env: NO_TOKEN}}                | plumbline.yaml:1:8 (#/auth/main): the variable NO_TOKEN of the environment is not set
            {main: {evn: API_TOKEN}}               | 'evn' means nothing here (did you mean 'env'?)
            {main: {grant: implicit}}              | 'grant' is none of [client_credentials, password, refresh_token]
            {main: {grant: password}}              | 'username-env' is missing
            {main: {command: 'echo no >&2; false'}} | the command 'echo no >&2; false' failed with exit code 1: no
            main                                   | 'auth' is no mapping
            """)
    void thatAreNoneAreRefused(String text, String message) throws IOException {
        auth(text);

        assertThat(verify(this::answer)).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }
}
