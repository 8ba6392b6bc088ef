package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.PortInUseException;

class WireMockEngineTests {
    /** So long that only an engine that hangs takes longer, on whatever machine. */
    private static final long MOST_SECONDS = 60;

    private static final EngineSettings PATIENT = EngineSettings.defaults().withGrace(Duration.ofSeconds(MOST_SECONDS));
    private static final EngineSettings WITHOUT_GRACE =
            EngineSettings.defaults().withGrace(Duration.ZERO);

    @Nested
    class Requests extends EngineTest {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/users/a%2Fb",
                    "/users/J%C3%BCrgen",
                    "/users/a%20b;v=1",
                    "/a//b/../c/./",
                    "/?",
                    "/users?b=2&a=1&b=%26&c",
                    "/users?filter[name]=x%7Cy"
                })
        void arriveWithTheTargetAsItWasSent(String target) throws Exception {
            WireMockEngine engine = start(request -> text("ok"));

            RawExchange exchange = RawExchange.of(engine.port(), "GET " + target + " HTTP/1.1", "Host: localhost");

            assertThat(exchange.body()).isEqualTo("ok");
            String asSent = target.endsWith("?") ? target.substring(0, target.length() - 1) : target;
            assertThat(received().target()).isEqualTo(asSent);
        }

        @Test
        void arriveWithEachHeaderLineInOrder() throws Exception {
            WireMockEngine engine = start(request -> text("ok"));

            RawExchange.of(
                    engine.port(),
                    "GET / HTTP/1.1",
                    "Host: localhost",
                    "X-One: 1",
                    "Accept: text/plain",
                    "X-Two: ",
                    "x-one: 2",
                    "Cookie: a=b; a=c");

            assertThat(received().headers().fields())
                    .extracting(Header::name, Header::value)
                    .containsExactly(
                            tuple("Host", "localhost"),
                            tuple("X-One", "1"),
                            tuple("Accept", "text/plain"),
                            tuple("X-Two", ""),
                            tuple("x-one", "2"),
                            tuple("Cookie", "a=b; a=c"),
                            tuple("Connection", "close"));
        }

        @Test
        void arriveWithTheOctetsOfTheirBody() throws Exception {
            WireMockEngine engine = start(request -> text("ok"));

            HttpResponse<String> response = exchange(engine, "POST", "/notes", "Grüße");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(received().method()).isEqualTo("POST");
            assertThat(received().body()).isEqualTo(Body.of("Grüße"));
        }

        @Test
        void arriveUnpackedIfTheBodyIsGzipped() throws Exception {
            WireMockEngine engine = start(request -> text("ok"));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write("{}".getBytes(StandardCharsets.UTF_8));
            }

            HttpRequest request = HttpRequest.newBuilder(uri(engine, "/"))
                    .header("Content-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(received().body()).isEqualTo(Body.of("{}"));
        }

        @Test
        void arriveWhateverTheirMethod() throws Exception {
            WireMockEngine engine = start(request -> text(request.method()));

            assertThat(exchange(engine, "PURGE", "/", "").body()).isEqualTo("PURGE");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"multipart/form-data; boundary=x", "multipart/form-data", "application/x-www-form-urlencoded"
                })
        void arriveEvenIfTheirBodyIsNotWhatItClaimsToBe(String contentType) throws Exception {
            WireMockEngine engine = start(request -> text("ok"));

            RawExchange exchange = RawExchange.ofText(
                    engine.port(),
                    "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + contentType
                            + "\r\nContent-Length: 4\r\n\r\n%zz=");

            assertThat(exchange.body()).isEqualTo("ok");
            assertThat(received().body()).isEqualTo(Body.of("%zz="));
        }
    }

    @Nested
    class Answers extends EngineTest {
        @Test
        void haveTheHeaderLinesOfTheResponseAndItsLengthAndNothingElse() throws Exception {
            Response response = new Response(
                    201,
                    Headers.of(
                            "Content-Type",
                            "application/json",
                            "X-One",
                            "1",
                            "Link",
                            "<a>",
                            "x-one",
                            "2",
                            "Link",
                            "<b>"),
                    Body.of("{\"a\":\"ü\"}"));
            WireMockEngine engine = start(request -> EngineAnswer.now(response));

            RawExchange exchange =
                    RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip");

            assertThat(exchange.headLines())
                    .containsExactly(
                            "HTTP/1.1 201 Created",
                            "Content-Type: application/json",
                            "X-One: 1",
                            "Link: <a>",
                            "x-one: 2",
                            "Link: <b>",
                            "Content-Length: 10",
                            "Connection: close");
            assertThat(exchange.body()).isEqualTo("{\"a\":\"ü\"}");
        }

        @Test
        void sayTheLengthOfTheBodyToHeadAndLeaveItOut() throws Exception {
            WireMockEngine engine = start(request -> text("hello"));

            RawExchange exchange = RawExchange.of(engine.port(), "HEAD / HTTP/1.1", "Host: localhost");

            assertThat(exchange.headLines()).contains("HTTP/1.1 200 OK", "Content-Length: 5");
            assertThat(exchange.body()).isEmpty();
            assertThat(received().method()).isEqualTo("HEAD");
        }

        @Test
        void haveNoLengthIfTheyCannotHaveABody() throws Exception {
            WireMockEngine engine =
                    start(request -> EngineAnswer.now(Response.of(204).withBody(Body.of("no"))));

            RawExchange exchange = RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost");

            assertThat(exchange.head()).startsWith("HTTP/1.1 204").doesNotContain("Content-Length");
            assertThat(exchange.body()).isEmpty();
        }

        @Test
        void sayThatTheBodyIsEmpty() throws Exception {
            WireMockEngine engine = start(request -> EngineAnswer.now(Response.of(404)));

            RawExchange exchange = RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost");

            assertThat(exchange.headLines())
                    .containsExactly("HTTP/1.1 404 Not Found", "Content-Length: 0", "Connection: close");
        }

        @Test
        void areFramedByTheEngineWhateverTheResponseSays() throws Exception {
            Response response = Response.of(200)
                    .withHeader("Content-Length", "99")
                    .withHeader("Transfer-Encoding", "chunked")
                    .withBody(Body.of("hello"));
            WireMockEngine engine = start(request -> EngineAnswer.now(response));

            RawExchange exchange = RawExchange.of(engine.port(), "GET / HTTP/1.1", "Host: localhost");

            assertThat(exchange.headLines())
                    .containsExactly("HTTP/1.1 200 OK", "Content-Length: 5", "Connection: close");
        }

        @Test
        void mayBeLarge() throws Exception {
            String large = "0123456789".repeat(300_000);
            WireMockEngine engine = start(request -> text(large));

            assertThat(get(engine, "/")).isEqualTo(large);
        }

        @Test
        void comeAfterTheirDelay() throws Exception {
            Duration delay = Duration.ofMillis(100);
            WireMockEngine engine =
                    start(request -> new EngineAnswer(Response.of(200).withBody(Body.of("late")), delay));
            long start = System.nanoTime();

            assertThat(get(engine, "/")).isEqualTo("late");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
        }

        @Test
        void holdUpNoOthersHoweverManyWait() throws Exception {
            int moreThanThreads = 200;
            CountDownLatch arrived = new CountDownLatch(moreThanThreads);
            WireMockEngine engine = start(WITHOUT_GRACE, request -> {
                if (request.path().equals("/fast")) {
                    return text("ok");
                }
                arrived.countDown();
                return new EngineAnswer(Response.of(200), Duration.ofHours(1));
            });
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest slow = HttpRequest.newBuilder(uri(engine, "/slow")).build();

            List<CompletableFuture<HttpResponse<Void>>> slowOnes = IntStream.range(0, moreThanThreads)
                    .mapToObj(i -> client.sendAsync(slow, HttpResponse.BodyHandlers.discarding()))
                    .toList();

            assertThat(arrived.await(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(get(engine, "/fast")).isEqualTo("ok");
            assertThat(slowOnes).noneMatch(CompletableFuture::isDone);
        }

        @Test
        void areNotMixedUpAmongManyAtATime() throws Exception {
            WireMockEngine engine = start(request -> text(request.target()));
            HttpClient client = HttpClient.newHttpClient();

            List<CompletableFuture<String>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> HttpRequest.newBuilder(uri(engine, "/?" + i)).build())
                    .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                            .thenApply(HttpResponse::body))
                    .toList();

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(MOST_SECONDS, TimeUnit.SECONDS)).isEqualTo("/?" + i);
            }
        }
    }

    @Nested
    class Life extends EngineTest {
        @Test
        void anEngineListensOnlyWhereItIsTold() throws Exception {
            WireMockEngine engine = start(request -> text("ok"));

            assertThat(engine.port()).isPositive();
            assertThat(get(engine, "/")).isEqualTo("ok");
            assertThatThrownBy(() ->
                            new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), engine.port()).close())
                    .isInstanceOf(IOException.class);
        }

        @Test
        void aPortInUseIsSaidSo() throws Exception {
            WireMockEngine first = start(request -> text("ok"));
            EngineSettings taken = EngineSettings.defaults().withPort(first.port());

            assertThatThrownBy(() -> start(taken, request -> text("ok")))
                    .isInstanceOfSatisfying(PortInUseException.class, problem -> {
                        assertThat(problem.host()).isEqualTo("127.0.0.1");
                        assertThat(problem.port()).isEqualTo(first.port());
                    })
                    .hasMessage("Port " + first.port()
                            + " of 127.0.0.1 is in use; choose another one, or 0 for any free one");
        }

        @Test
        void anAddressOfAnotherMachineIsSaidSo() {
            EngineSettings elsewhere = EngineSettings.defaults().withHost("192.0.2.1");

            assertThatThrownBy(() -> start(elsewhere, request -> text("ok")))
                    .isExactlyInstanceOf(EngineException.class)
                    .hasMessageStartingWith("Cannot listen on 192.0.2.1:0: ");
        }

        @Test
        void closingLetsARequestUnderWayFinish() throws Exception {
            CountDownLatch arrived = new CountDownLatch(1);
            WireMockEngine engine = start(PATIENT, request -> {
                arrived.countDown();
                return new EngineAnswer(Response.of(200).withBody(Body.of("done")), Duration.ofMillis(300));
            });
            CompletableFuture<HttpResponse<String>> pending = HttpClient.newHttpClient()
                    .sendAsync(HttpRequest.newBuilder(uri(engine, "/")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();

            engine.close();

            assertThat(pending.get(MOST_SECONDS, TimeUnit.SECONDS).body()).isEqualTo("done");
        }

        @Test
        void closingDoesNotWaitForIdleConnections() throws Exception {
            WireMockEngine engine = start(PATIENT, request -> text("ok"));
            get(engine, "/");
            long start = System.nanoTime();

            engine.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENT.grace());
        }

        @Test
        void closingTwiceIsClosingOnce() throws Exception {
            WireMockEngine engine = start(request -> text("ok"));
            URI address = uri(engine, "/");

            engine.close();
            engine.close();
            engine.join();

            assertThatThrownBy(() -> address.toURL().openStream()).isInstanceOf(IOException.class);
        }
    }
}
