package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.http.RawHttp.Reply;

/** What any page that a developer looks at could send, and what it must not bring about. */
class AdminGateTests {
    private static final String SHUTDOWN = "POST /__admin/shutdown HTTP/1.1";

    private static RunningEngine engine(Access access) {
        return RunningEngine.with(EngineSettings.defaults().withAccess(access), RunningEngine.text("contract"));
    }

    /** Sends these lines with the host in the first. */
    private static int status(RunningEngine engine, String... lines) throws Exception {
        String[] all = new String[lines.length];
        System.arraycopy(lines, 0, all, 0, lines.length);
        return Integer.parseInt(
                RawExchange.of(engine.port(), all).headLines().get(0).split(" ", -1)[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://evil.example.com", "null", "https://localhost"})
    void keepsPagesOfOtherOriginsOut(String origin) {
        try (RunningEngine engine = engine(Access.defaults())) {
            for (String line : new String[] {
                "GET /__admin/requests HTTP/1.1",
                "POST /__admin/reset HTTP/1.1",
                "OPTIONS /__admin/mappings HTTP/1.1",
                "POST /__plumbline/reset HTTP/1.1"
            }) {
                Reply reply =
                        RawHttp.send(engine.port(), line, "Origin: " + origin, "Access-Control-Request-Method: POST");

                assertThat(reply.status()).as(line).contains(" 403");
                assertThat(reply.header("Access-Control-Allow-Origin")).as(line).isEmpty();
            }
        }
    }

    @Test
    void letsItsOwnPagesIn() {
        try (RunningEngine engine = engine(Access.defaults())) {
            Reply reply = RawHttp.send(engine.port(), "GET /__admin/mappings HTTP/1.1", "Origin: http://localhost");

            assertThat(reply.status()).contains(" 200");
            assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, 200",
        "127.0.0.1, 200",
        "[::1]:80, 200",
        "mock.localhost, 200",
        "mock.example.com:1, 200",
        "rebound.example.com, 403",
        "127.0.0.1.example.com, 403",
        "localhost.example.com, 403"
    })
    void answersUnderKnownNamesOnly(String host, int status) throws Exception {
        try (RunningEngine engine = engine(Access.defaults().withHosts(Set.of("Mock.example.com")))) {
            assertThat(status(engine, "GET /__admin/mappings HTTP/1.1", "Host: " + host))
                    .isEqualTo(status);
            assertThat(status(engine, "GET /a HTTP/1.1", "Host: " + host)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void changesNothingByWhatFormsCanSend(String type) throws Exception {
        try (RunningEngine engine = engine(Access.defaults())) {
            assertThat(status(
                            engine,
                            "POST /__admin/settings HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: " + type,
                            "Content-Length: 0"))
                    .isEqualTo(415);
        }
    }

    @Test
    void changesNothingByABodyThatDoesNotSayWhatItIs() throws Exception {
        try (RunningEngine engine = engine(Access.defaults())) {
            String post = "POST /__admin/reset HTTP/1.1";
            String host = "Host: localhost";

            assertThat(status(engine, post, host, "Content-Length: 2", "", "{}"))
                    .isEqualTo(415);
            assertThat(status(engine, post, host, "Transfer-Encoding: chunked", "", "0", ""))
                    .isEqualTo(415);
            assertThat(status(engine, post, host, "Content-Length: 0")).isEqualTo(200);
            assertThat(status(engine, post, host)).isEqualTo(200);
        }
    }

    @Test
    void wantsTheTokenWhereThereIsOne() throws Exception {
        try (RunningEngine engine = engine(Access.defaults().withToken("t0p"))) {
            String get = "GET /__admin/mappings HTTP/1.1";

            assertThat(status(engine, get, "Host: localhost")).isEqualTo(401);
            assertThat(status(engine, get, "Host: localhost", "Authorization: Bearer t0pp"))
                    .isEqualTo(401);
            assertThat(status(engine, get, "Host: localhost", "Authorization: Bearer t0p"))
                    .isEqualTo(200);
        }
    }

    @Test
    void isShutOnAddressesOfOthersWithoutAToken() {
        Access access = Access.defaults();

        assertThat(access.isAdministeredOn("127.0.0.1")).isTrue();
        assertThat(access.isAdministeredOn("::1")).isTrue();
        assertThat(access.isAdministeredOn("0.0.0.0")).isFalse();
        assertThat(access.isAdministeredOn("mock.example.com")).isFalse();
        assertThat(access.withToken("t0p").isAdministeredOn("0.0.0.0")).isTrue();
        assertThat(access.withToken("t0p").withoutAdministration().isAdministeredOn("localhost"))
                .isFalse();
        assertThat(access.withToken("t0p").toString()).doesNotContain("t0p");
    }

    @Test
    void isNoneIfNotWanted() throws Exception {
        try (RunningEngine engine = engine(Access.defaults().withoutAdministration())) {
            assertThat(status(engine, SHUTDOWN, "Host: localhost")).isEqualTo(404);
            assertThat(status(engine, "POST /__plumbline/reset HTTP/1.1", "Host: localhost"))
                    .isEqualTo(404);
            assertThat(engine.get("/a").body()).isEqualTo("contract");
        }
    }

    @Test
    void showsNoCredentialsOfOtherClients() {
        try (RunningEngine engine = engine(Access.defaults())) {
            RawHttp.send(
                    engine.port(),
                    "GET /a?api_key=k3y&page=2&access%5Ftoken=k4y HTTP/1.1",
                    "Authorization: Basic c3VwZXI6c2VjcmV0",
                    "X-Api-Key: k5y",
                    "Cookie: session=k6y");

            assertThat(engine.get("/__admin/requests").body())
                    .contains("/a?api_key=***&page=2&access%5Ftoken=***", "\"Authorization\" : \"***\"")
                    .doesNotContain("k3y", "k4y", "k5y", "k6y", "c3VwZXI6c2VjcmV0");
        }
    }
}
