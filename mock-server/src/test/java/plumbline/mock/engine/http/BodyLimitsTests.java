package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.access.BodyLimits;
import plumbline.mock.engine.http.RawHttp.Reply;

class BodyLimitsTests {
    private static final int MOST = 1_000;

    private final RunningEngine engine = engine(BodyLimits.defaults().withOctets(MOST));

    private static RunningEngine engine(BodyLimits limits) {
        return RunningEngine.with(
                EngineSettings.defaults().withLimits(limits),
                RunningEngine.telling(
                        request -> request.method() + " " + request.body().length()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = engine.request("/a").POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return engine.send(request.build());
    }

    private static byte[] packed(int length, String coding) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream =
                coding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            stream.write(new byte[length]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1000, 200", "1001, 413", "5000000, 413"})
    void areForWhatIsSent(int length, int status) {
        byte[] body = new byte[length];

        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(body)).statusCode())
                .isEqualTo(status);
        // Of unknown length, it is sent in chunks.
        assertThat(post(HttpRequest.BodyPublishers.ofByteArrays(List.of(body))).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 1000, 200", "gzip, 1001, 413", "gzip, 100000, 413", "deflate, 1000, 200", "deflate, 1001, 413"})
    void areForWhatIsDecoded(String coding, int length, int status) {
        HttpResponse<String> response =
                post(HttpRequest.BodyPublishers.ofByteArray(packed(length, coding)), "Content-Encoding", coding);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(status == 200 ? "POST 1000" : "urn:plumbline:problem:body-too-large");
    }

    @ParameterizedTest
    @CsvSource({"br, 415", "'gzip, zstd', 415", "gzip, 400", "deflate, 400", "identity, 200", "X-GZIP, 400"})
    void tellCodingsThatAreUnknownOrBroken(String coding, int status) {
        HttpResponse<String> response =
                post(HttpRequest.BodyPublishers.ofString("no such thing"), "Content-Encoding", coding);

        assertThat(response.statusCode()).isEqualTo(status);
        if (status != 200) {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void letACutOffGzipBodyBeTold() {
        byte[] whole = packed(500, "gzip");

        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(whole, 0, whole.length - 5), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void holdSlowClientsToATimeAndNobodyElse() throws Exception {
        try (RunningEngine patient = engine(BodyLimits.defaults().withPatience(Duration.ofSeconds(60)));
                RunningEngine hasty = engine(BodyLimits.defaults().withPatience(Duration.ofMillis(100)))) {
            List<Socket> slow = new ArrayList<>();
            // More than there are threads.
            for (int i = 0; i < 200; i++) {
                slow.add(slow(patient.port()));
            }

            assertThat(patient.post("/a", "{}").body()).isEqualTo("POST 2");

            try (Socket late = slow(hasty.port())) {
                late.setSoTimeout(60_000);
                assertThat(new String(late.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 408 ")
                        .contains("Connection: close", "urn:plumbline:problem:body-too-slow");
            }
            assertThat(hasty.post("/a", "{}").body()).isEqualTo("POST 2");
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket slow(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n1"
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void giveAClientThatIsNotSlowLonger() {
        BodyLimits limits = BodyLimits.defaults().withPatience(Duration.ofSeconds(10));

        assertThat(limits.patience(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.patience(20L * BodyLimits.SLOWEST)).isEqualTo(Duration.ofSeconds(30));
        assertThat(limits.patience(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a?q=%zz HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET /__admin/files/../x HTTP/1.1",
                "GET /__admin/requests?limit=x HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /a HTTP/9",
                "NONSENSE"
            })
    void comeWithProblemsForWhateverElseAClientSends(String line) throws Exception {
        Reply reply = RawHttp.send(engine.port(), line);

        assertThat(reply.status()).containsPattern(" (400|404|415|505) ");
        assertThat(reply.header("Content-Type")).containsExactly("application/problem+json");
        assertThat(reply.body()).contains("\"type\":\"urn:plumbline:problem:").doesNotContain("Exception", "java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-2022-CN-EXT", "ISO-2022-CN", "nope", "\"", "x-JISAutoDetect"})
    void leaveAJournalThatCanBeReadWhateverTheCharset(String charset) {
        HttpResponse<String> response = post(
                HttpRequest.BodyPublishers.ofString("hi"),
                "Content-Type",
                "text/plain; charset=" + charset,
                "Authorization",
                "Basic YTpi");

        assertThat(response.body()).isEqualTo("POST 2");
        assertThat(engine.get("/__admin/requests").statusCode()).isEqualTo(200);
    }
}
