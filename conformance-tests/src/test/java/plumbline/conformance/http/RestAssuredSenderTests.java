package plumbline.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.Reply.Framing;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;

class RestAssuredSenderTests {

    @Nested
    class TheRequest {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/a%2Fb",
                    "/api/a%20b;x=1,2",
                    "/api//double/../dots/./",
                    "/api/{braces}",
                    "/api/%7e~%C3%A9%zz",
                    "/api/x?q=a+b&e=%20&empty=&flag&r=1&r=2&d%5Bx%5D=1",
                    "/api/x?a|b=c^d",
                    "/"
                })
        void keepsItsTarget(String target) {
            assertThat(seen(Request.of("GET", target)).target()).isEqualTo(target);
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PURGE"})
        void keepsItsMethodAndHasNoHeadersOfItsOwn(String method) {
            Request seen = seen(Request.of(method, "/api/x"));

            assertThat(seen.method()).isEqualTo(method);
            assertThat(seen.headers().fields())
                    .allSatisfy(header -> assertThat(header.name()).isIn("Host", "Connection", "Content-Length"));
        }

        @Test
        void keepsHeadersAndBody() {
            Request request = Request.of("POST", "/api/x")
                    .withHeader("Content-Type", "application/json")
                    .withBody(Body.of("{\"a\":\"é\"}"));
            Request twice = request.withHeaders(
                    request.headers().and("X-Twice", "1").and("X-Twice", "2").and("X-Empty", ""));

            Request seen = seen(twice);

            assertThat(seen.body()).isEqualTo(twice.body());
            assertThat(seen.headers().all("X-Twice")).containsExactly("1", "2");
            assertThat(seen.headers().all("X-Empty")).containsExactly("");
            assertThat(seen.headers().all("Content-Type")).containsExactly("application/json");
        }

        @Test
        void saysOnceWhatItSaysOfHostAndConnection() {
            Request seen = seen(Request.of("GET", "/api/x")
                    .withHeader("Host", "example.org")
                    .withHeader("Connection", "close"));

            assertThat(seen.headers().all("Host")).containsExactly("example.org");
            assertThat(seen.headers().all("Connection")).containsExactly("close");
        }

        @Test
        void isFramedAsItIsWhateverItSays() {
            Request request = Request.of("POST", "/api/x")
                    .withHeader("Content-Length", "7")
                    .withHeader("Transfer-Encoding", "chunked")
                    .withBody(Body.of("{}"));

            Request seen = seen(request);

            assertThat(seen.body().text()).isEqualTo("{}");
            assertThat(seen.headers().all("Content-Length")).containsExactly("2");
            assertThat(seen.headers().all("Transfer-Encoding")).isEmpty();
        }

        private Request seen(Request request) {
            AtomicReference<Request> seen = new AtomicReference<>();
            answer(
                    received -> {
                        seen.set(received);
                        return Reply.of(200);
                    },
                    request);
            return Objects.requireNonNull(seen.get());
        }
    }

    @Nested
    class TheAnswer {

        @Test
        void isNotFollowedAnywhere() {
            Answer answer = answer(request -> Reply.of(302).with("Location", "/elsewhere"));

            assertThat(received(answer).response().status()).isEqualTo(302);
        }

        @ParameterizedTest
        @ValueSource(strings = {"json", "", ";;;", "application/json; charset=nonsense", "text/html; charset=\"x"})
        void mayHaveAnyContentType(String type) {
            Answer answer =
                    answer(request -> Reply.of(200).with("Content-Type", type).withBody("x"));

            assertThat(received(answer).response().body().text()).isEqualTo("x");
            assertThat(received(answer).response().headers().first("Content-Type"))
                    .hasValue(type);
        }

        @Test
        void keepsOctetsAndRepeatedHeaders() {
            byte[] octets = {0, (byte) 0xff, (byte) 0xfe, 10, 13};
            Answer answer = answer(request -> {
                Reply reply = Reply.of(200).withBytes(octets);
                return new Reply(
                        reply.statusLine(),
                        reply.headers().and("Set-Cookie", "a=1").and("Set-Cookie", "b=2"),
                        reply.body(),
                        Framing.CHUNKED);
            });

            assertThat(received(answer).response().body().bytes()).isEqualTo(octets);
            assertThat(received(answer).response().headers().all("Set-Cookie")).containsExactly("a=1", "b=2");
        }

        @Test
        void isUnreachableIfNobodyListens() {
            Answer answer =
                    new RestAssuredSender(Target.of(URI.create("http://127.0.0.1:1"))).send(Request.of("GET", "/"));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Broken.class,
                            broken -> assertThat(broken.fault()).isEqualTo(Answer.Fault.UNREACHABLE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://[::1]", "https://[::1]/api", "http://[::1]:1"})
        void isOneOrNoneWhateverTheUrlSaysOfItsPort(String url) {
            assertThat(new RestAssuredSender(Target.of(URI.create(url))).send(Request.of("GET", "/")))
                    .isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2000000000", "20000000000"})
        void isTruncatedHoweverMuchItPromises(String length) throws IOException {
            try (LongTalk talk = LongTalk.start(
                    line -> "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\nshort")) {
                RestAssuredSender sender = new RestAssuredSender(Target.of(talk.baseUrl()));

                assertThat(sender.send(Request.of("GET", "/")))
                        .isInstanceOfSatisfying(
                                Answer.Broken.class,
                                broken -> assertThat(broken.fault()).isEqualTo(Answer.Fault.TRUNCATED));
            }
        }

        @Test
        void isOverdueIfItTricklesForever() {
            Answer answer;
            try (TestServer server =
                    TestServer.start(request -> Reply.of(200).withBody("x").framed(Framing.NEVER))) {
                Target target = Target.of(server.baseUrl()).withTimeout(Duration.ofMillis(300));
                answer = new RestAssuredSender(target).send(Request.of("GET", "/api/x"));
            }

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Broken.class,
                            broken -> assertThat(broken.fault()).isEqualTo(Answer.Fault.TIMEOUT));
        }

        private Answer.Received received(Answer answer) {
            assertThat(answer).isInstanceOf(Answer.Received.class);
            return (Answer.Received) answer;
        }
    }

    private static Answer answer(Handler handler) {
        return answer(handler, Request.of("GET", "/api/x"));
    }

    private static Answer answer(Handler handler, Request request) {
        try (TestServer server = TestServer.start(handler)) {
            return new RestAssuredSender(Target.of(server.baseUrl())).send(request);
        }
    }
}
