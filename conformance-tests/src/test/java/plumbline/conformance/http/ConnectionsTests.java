package plumbline.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;

/** Connections are kept where that can do no harm, and nothing that went wrong on one is told of the request after it. */
class ConnectionsTests {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void areSharedBySafeRequestsAlone() throws IOException {
        try (LongTalk talk = LongTalk.start(line -> OK)) {
            RestAssuredSender sender = sender(talk);
            for (String method : List.of("GET", "POST", "GET", "DELETE", "OPTIONS")) {
                assertThat(text(sender.send(Request.of(method, "/x")))).isEqualTo("ok");
            }

            assertThat(talk.connections())
                    .containsExactly(
                            List.of("GET /x HTTP/1.1", "GET /x HTTP/1.1", "OPTIONS /x HTTP/1.1"),
                            List.of("POST /x HTTP/1.1"),
                            List.of("DELETE /x HTTP/1.1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more",
                "HTTP/1.1 204 No Content\r\n\r\nsurplus",
                // Where no body should come, one that does may come late.
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n"
            })
    void areLeftAfterAnAnswerThatMaySpoilTheNext(String first) throws IOException {
        areLeftAfter("GET", first);
    }

    @Test
    void areLeftAfterAHead() throws IOException {
        areLeftAfter("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
    }

    private static void areLeftAfter(String method, String first) throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (LongTalk talk = LongTalk.start(line -> count.getAndIncrement() == 0 ? first : OK)) {
            RestAssuredSender sender = sender(talk);
            sender.send(Request.of(method, "/first"));

            assertThat(text(sender.send(Request.of("GET", "/next")))).isEqualTo("ok");
            assertThat(talk.connections()).hasSize(2);
        }
    }

    @Test
    void thatAreClosedWithoutAWordAreReplaced() throws IOException {
        try (LongTalk talk = LongTalk.start(line -> line.contains("/once") ? OK : "")) {
            RestAssuredSender sender = sender(talk);
            sender.send(Request.of("GET", "/once"));
            Answer answer = sender.send(Request.of("GET", "/never"));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Broken.class,
                            broken -> assertThat(broken.message())
                                    .isEqualTo("the connection was closed without an answer"));
            assertThat(talk.connections())
                    .containsExactly(
                            List.of("GET /once HTTP/1.1", "GET /never HTTP/1.1"), List.of("GET /never HTTP/1.1"));
            sender.send(Request.of("GET", "/once"));
            sender.send(Request.of("GET", "/once"));
            assertThat(talk.connections()).as("by then it is known for that").hasSize(4);
        }
    }

    @Test
    void tellOfAServerThatEndsOfARequestThatItHasEnded() throws IOException {
        try (LongTalk talk = LongTalk.start(line -> line.contains("/once") ? OK : LongTalk.END)) {
            RestAssuredSender sender = sender(talk);
            sender.send(Request.of("GET", "/once"));

            assertThat(sender.send(Request.of("GET", "/fatal")))
                    .isInstanceOfSatisfying(
                            Answer.Broken.class,
                            broken -> assertThat(broken.fault()).isEqualTo(Answer.Fault.CUT));
        }
    }

    @Test
    void areNotHeldWhenNobodyAsksForMore() throws Exception {
        try (LongTalk talk = LongTalk.start(line -> OK)) {
            new RestAssuredSender(Target.of(talk.baseUrl()), Duration.ofMillis(1)).send(Request.of("GET", "/x"));

            talk.awaitEnd();
        }
    }

    private static RestAssuredSender sender(LongTalk talk) {
        return new RestAssuredSender(Target.of(talk.baseUrl()), Duration.ofHours(1));
    }

    private static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Received.class);
        return ((Answer.Received) answer).response().body().text();
    }
}
