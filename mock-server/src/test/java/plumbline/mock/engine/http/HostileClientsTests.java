package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.access.BodyLimits;

/** Whatever octets a client sends, it is answered as RFC 9110 and 9112 say, or the connection is closed. */
class HostileClientsTests {
    private static final int SLOW = 200;
    private static final String HOST = "Host: localhost\r\n";
    private static final String CLOSE = "Connection: close\r\n";
    private static final String CHUNKED = "POST /a HTTP/1.1\r\n" + HOST + CLOSE + "Transfer-Encoding: chunked\r\n";

    private static final RunningEngine ENGINE = RunningEngine.with(
            EngineSettings.defaults().withLimits(BodyLimits.defaults().withPatience(Duration.ofMinutes(2))),
            request -> EngineAnswer.now(Response.of(200)
                    .withHeader("Link", "<http://localhost" + request.target() + ">; rel=\"next\"")
                    .withHeader("X-Again", request.target())
                    .withBody(Body.of(request.method() + " " + request.path() + " "
                            + request.body().text()))));

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static String get(String target, String... lines) {
        return "GET " + target + " HTTP/1.1\r\n" + HOST + CLOSE + String.join("", lines) + "\r\n";
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("HTTP/1.0 without a host", "GET /a HTTP/1.0\r\n\r\n", "200", "GET /a"),
                Arguments.of("HTTP/1.1 without a host", "GET /a HTTP/1.1\r\n" + CLOSE + "\r\n", "400", "not-http"),
                Arguments.of("two hosts", get("/a", "Host: other\r\n"), "400", "not-http"),
                Arguments.of("the absolute form", get("http://localhost/a"), "200", "GET /a"),
                Arguments.of("the asterisk for anything but OPTIONS", get("*"), "400", "not-http"),
                Arguments.of("a version to come", "GET /a HTTP/3.1\r\n" + HOST + "\r\n", "505", "not-http"),
                Arguments.of("no version", "GET /a\r\n", "505", "not-http"),
                Arguments.of("HTTP/2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "426", "not-http"),
                Arguments.of(
                        "an upgrade to HTTP/2",
                        get("/a", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n"),
                        "200",
                        "GET /a"),
                Arguments.of("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", "400", "not-http"),
                Arguments.of("a method in small letters", get("/a").replace("GET", "patch"), "400", "capitals"),
                Arguments.of("a target that answers repeat", get("/" + "x".repeat(30_000)), "200", "GET /xxx"),
                Arguments.of("no UTF-8 in the path", get("/%ff%c0%af"), "200", "GET /%ff%c0%af"),
                Arguments.of("a NUL in a header", get("/a", "X: \u0000\r\n"), "400", "not-http"),
                Arguments.of("a blank before the colon", get("/a", "X : 1\r\n"), "400", "not-http"),
                Arguments.of("a folded header", get("/a", "X: 1\r\n 2\r\n"), "400", "not-http"),
                Arguments.of("blank lines before", "\r\n\r\n" + get("/a"), "200", "GET /a"),
                Arguments.of("another expectation", get("/a", "Expect: tea\r\n"), "417", "not-http"),
                Arguments.of(
                        "chunks with extensions and a trailer",
                        CHUNKED + "\r\n2;a=b;c=\"d;e\"\r\nhi\r\n0;x\r\nX-Trailer: 1\r\n\r\n",
                        "200",
                        "POST /a hi"),
                Arguments.of("a chunk of no size", CHUNKED + "\r\nzz\r\nhi\r\n0\r\n\r\n", "400", "body-cut-off"),
                Arguments.of("a chunk of all sizes", CHUNKED + "\r\nFFFFFFFFFFFFFFFF\r\n", "400", "body-cut-off"),
                Arguments.of(
                        "two framings", CHUNKED + "Content-Length: 2\r\n\r\n2\r\nhi\r\n0\r\n\r\n", "400", "not-http"),
                Arguments.of("two lengths", get("/a", "Content-Length: 1\r\nContent-Length: 2\r\n"), "400", "not-http"),
                Arguments.of("a negative length", get("/a", "Content-Length: -1\r\n"), "400", "not-http"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void areAnswered(String name, String request, String status, String body) throws IOException {
        RawExchange exchange = RawExchange.ofText(ENGINE.port(), request);

        assertThat(exchange.head()).as(name).startsWith("HTTP/1.1 " + status + " ");
        assertThat(exchange.body()).contains(body).doesNotContain("Exception", "eclipse", "engine-failure");
    }

    static Stream<Arguments> largeRequests() {
        return Stream.of(
                Arguments.of("a large header", get("/a", "X: " + "x".repeat(100_000) + "\r\n"), "431"),
                Arguments.of("many headers", get("/a", "X: 1\r\n".repeat(20_000)), "431"),
                Arguments.of("a long target", get("/" + "x".repeat(100_000)), "414"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeRequests")
    void areRefusedBeforeTheyHaveSaidAll(String name, String request, String status) throws IOException {
        try {
            assertThat(RawExchange.ofText(ENGINE.port(), request).head())
                    .as(name)
                    .startsWith("HTTP/1.1 " + status + " ");
        } catch (SocketException closed) {
            // Who still sends when the connection is closed may not read why (RFC 9112, section 9.6).
            assertThat(closed).hasMessageMatching("(?i).*(reset|broken pipe|abort).*");
        }
    }

    @Test
    void areAnsweredOneAfterTheOtherWhereTheyDoNotWait() throws IOException {
        String post = "POST /b HTTP/1.1\r\n" + HOST + "Content-Length: 2\r\n\r\nhi";

        RawExchange exchange = RawExchange.ofText(ENGINE.port(), get("/a").replace(CLOSE, "") + post + get("/c"));

        assertThat(exchange.body())
                .containsSubsequence("GET /a ", "HTTP/1.1 200", "POST /b hi", "HTTP/1.1 200", "GET /c");
    }

    @Test
    void areAnsweredThoughTheySayNoMore() throws IOException {
        assertThat(halfClosed(get("/a").replace(CLOSE, ""))).startsWith("HTTP/1.1 200 ");
        assertThat(halfClosed("POST /a HTTP/1.1\r\n" + HOST + "Content-Length: 9\r\n\r\nhi"))
                .startsWith("HTTP/1.1 400 ");
        // What never became a request may be refused or not be answered at all (RFC 9112, section 8): it depends on
        // what came
        // with the end.
        assertThat(halfClosed("GET /a HTTP/1.1\r\nHo")).matches("(?s)|HTTP/1.1 400 .*");
    }

    private static String halfClosed(String text) throws IOException {
        try (Socket socket = said(text)) {
            socket.setSoTimeout(60_000);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket said(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), ENGINE.port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    @Test
    void doNotKeepOthersFromBeingAnswered() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(said("GET /a HTTP/1.1\r\nX-Slow"));
                slow.add(said("POST /a HTTP/1.1\r\n" + HOST + "Content-Length: 100\r\n\r\n1"));
                slow.add(said(CHUNKED + "\r\n9\r\n1"));
            }

            assertThat(ENGINE.post("/b", "{}").body()).isEqualTo("POST /b {}");
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("plumbline")))
                    .hasSizeLessThan(SLOW);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
