package plumbline.mock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Request;
import plumbline.mock.engine.RawHttp.Reply;

/** What a client sent is what the responder sees. */
class RequestFidelityTests {
    private static final RunningEngine ENGINE =
            RunningEngine.answering(RunningEngine.telling(RequestFidelityTests::told));

    private static String told(Request request) {
        return request.method() + " " + request.path() + "?" + request.query() + "\n"
                + String.join("|", request.headers().all("X-Many")) + "\n"
                + request.body().length() + ":" + request.body().hashCode() + "\n"
                + (request.body().length() < 100 ? request.body().text() : "");
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static String lineOf(Reply reply, int line) {
        return reply.body().split("\n", -1)[line];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%2Fb",
                "/caf%C3%A9/%e2%82%ac",
                "/a;v=1/b;w",
                "//a//b/",
                "/a+b%20c",
                "/a/./b",
                "/100%25",
                "/~a'(b)*!$,@:&="
            })
    void keepsThePathAsItWasSent(String path) {
        Reply reply = RawHttp.send(ENGINE.port(), "GET " + path + " HTTP/1.1");

        assertThat(lineOf(reply, 0)).isEqualTo("GET " + path + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b=2&a=1&b=1", "a=%2F&b=x+y", "flag", "a=&=b", "q=a?b", "f[x]=1", "a=1&&b=2"})
    void keepsTheQueryAsItWasSent(String query) {
        Reply reply = RawHttp.send(ENGINE.port(), "GET /x?" + query + " HTTP/1.1");

        assertThat(lineOf(reply, 0)).isEqualTo("GET /x?" + query);
    }

    @Test
    void keepsRepeatedHeaderLinesApartAndInOrder() {
        Reply reply = RawHttp.send(ENGINE.port(), "GET /x HTTP/1.1", "X-Many: b, c", "x-many: a", "X-MANY: b");

        assertThat(lineOf(reply, 1)).isEqualTo("b, c|a|b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void keepsTheMethod(String method) {
        Reply reply = RawHttp.send(ENGINE.port(), method + " /x HTTP/1.1", "Content-Length: 0");

        assertThat(lineOf(reply, 0)).isEqualTo(method + " /x?");
    }

    @Test
    void unpacksABodyThatIsCompressed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"title\":\"Tea\"}".getBytes(StandardCharsets.UTF_8));
        }

        var response = ENGINE.send(ENGINE.request("/x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
                .header("Content-Encoding", "gzip")
                .build());

        assertThat(response.body()).endsWith("{\"title\":\"Tea\"}");
    }

    @Test
    void readsALargeBodyWhole() {
        byte[] large = new byte[5 << 20];
        Arrays.fill(large, (byte) 'x');

        var response = ENGINE.send(ENGINE.request("/x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(large))
                .build());

        assertThat(response.body()).contains(large.length + ":");
    }

    @Test
    void readsAFormAsABodyAndNotAsAQuery() {
        var response = ENGINE.send(ENGINE.request("/x")
                .POST(HttpRequest.BodyPublishers.ofString("a=1&b=2"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build());

        assertThat(response.body()).startsWith("POST /x?\n").endsWith("a=1&b=2");
    }
}
