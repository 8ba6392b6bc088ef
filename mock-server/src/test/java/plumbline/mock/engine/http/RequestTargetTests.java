package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.engine.http.RawHttp.Reply;

/** The responder sees paths, queries and large bodies as they were sent. */
class RequestTargetTests {
    private static final RunningEngine ENGINE =
            RunningEngine.answering(RunningEngine.telling(request -> request.method() + " " + request.path() + "?"
                    + request.query() + "\n" + request.body().length()));

    @AfterAll
    static void close() {
        ENGINE.close();
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
    void keepsThePath(String path) {
        Reply reply = RawHttp.send(ENGINE.port(), "GET " + path + " HTTP/1.1");

        assertThat(reply.body()).isEqualTo("GET " + path + "?\n0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b=2&a=1&b=1", "a=%2F&b=x+y", "flag", "a=&=b", "q=a?b", "f[x]=1", "a=1&&b=2"})
    void keepsTheQuery(String query) {
        Reply reply = RawHttp.send(ENGINE.port(), "GET /x?" + query + " HTTP/1.1");

        assertThat(reply.body()).isEqualTo("GET /x?" + query + "\n0");
    }

    @Test
    void readsALargeBodyWhole() {
        byte[] large = new byte[5 << 20];
        Arrays.fill(large, (byte) 'x');

        var response = ENGINE.send(ENGINE.request("/x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(large))
                .build());

        assertThat(response.body()).isEqualTo("POST /x?\n" + large.length);
    }

    @Test
    void readsAFormAsABodyAndNotAsAQuery() {
        var response = ENGINE.send(ENGINE.request("/x")
                .POST(HttpRequest.BodyPublishers.ofString("a=1&b=2"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build());

        assertThat(response.body()).isEqualTo("POST /x?\n7");
    }
}
