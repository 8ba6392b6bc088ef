package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.access.BodyLimits;

/** Who sends an octet now and then keeps no connection. */
@Timeout(60)
class SlowHeadsTests {
    private static final int PAUSE_MILLIS = 20;
    private static final String GET = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final RunningEngine engine = RunningEngine.with(
            EngineSettings.defaults().withLimits(BodyLimits.defaults().withPatience(Duration.ofMillis(200))),
            request -> new EngineAnswer(
                    Response.of(200).withBody(Body.of("answer")),
                    request.path().equals("/late") ? Duration.ofSeconds(1) : Duration.ZERO));

    @AfterEach
    void close() {
        engine.close();
    }

    /** Sends one more octet each time that nothing comes back for a moment, until the connection is closed. */
    private static String drip(Socket socket, String octet) throws IOException {
        socket.setSoTimeout(PAUSE_MILLIS);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (true) {
            try {
                int read = socket.getInputStream().read();
                if (read < 0) {
                    return answer.toString(StandardCharsets.UTF_8);
                }
                answer.write(read);
            } catch (SocketTimeoutException silence) {
                socket.getOutputStream().write(octet.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Socket said(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), engine.port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"G", "GET /", "GET /a HTTP/1.1\r\nX-Slow", "GET /a HTTP/1.1\r\nX-Slow: ", GET + "GET /b?", GET})
    void areRefusedHoweverFarTheyHaveCome(String start) throws IOException {
        try (Socket socket = said(start)) {
            assertThat(drip(socket, "X"))
                    .contains("HTTP/1.1 408 ", "Connection: close", "urn:plumbline:problem:head-too-slow");
        }
        assertThat(engine.get("/b").body()).isEqualTo("answer");
    }

    @Test
    void areBlankLinesToo() throws IOException {
        try (Socket socket = said("\r\n")) {
            assertThat(drip(socket, "\r\n")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void areNoRequestsWhoseAnswerIsLate() throws IOException {
        try (Socket socket =
                said(GET.replace("/a", "/late") + GET.replace("localhost", "localhost\r\nConnection: close"))) {
            socket.setSoTimeout(50_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("answerHTTP/1.1 200 ")
                    .doesNotContain(" 408 ");
        }
    }
}
