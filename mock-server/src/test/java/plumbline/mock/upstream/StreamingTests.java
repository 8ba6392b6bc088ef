package plumbline.mock.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.Connections;
import plumbline.mock.MockListener;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Answers of a server that come bit by bit, or are too long to be held. */
class StreamingTests {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long PATIENCE_SECONDS = 60;

    private static final String NEWS = """
            openapi: 3.2.0
            info: {title: News, version: "1"}
            paths:
              /events:
                get:
                  responses:
                    "200": {description: as they happen, content: {text/event-stream: {schema: {type: string}}}}
              /lines:
                get:
                  responses:
                    "200":
                      description: as they happen
                      content: {application/x-ndjson: {itemSchema: {type: object, required: [id]}}}
              /file:
                get:
                  responses:
                    "200": {description: a large one, content: {application/octet-stream: {}}}
            """;

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder = Path.of("");

    private MockServerOptions options = MockServerOptions.defaults();

    @BeforeEach
    void writeContract() throws IOException {
        options = MockServerOptions.defaults()
                .withPort(0)
                .withContract(Files.writeString(folder.resolve("news.yaml"), NEWS));
    }

    private MockServer mock(StreamingUpstream upstream, UnaryOperator<UpstreamOptions> changed) {
        return MockServer.start(
                options,
                new MockListener() {
                    @Override
                    public void answeredInvalid(String violation) {
                        log.add(violation);
                    }
                },
                Connections.plain().before(changed.apply(UpstreamOptions.of(upstream.url()))));
    }

    private static HttpResponse<InputStream> ask(MockServer mock, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(mock.baseUrl() + path))
                        .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static void onAndOn(StreamingUpstream.Client client) throws IOException {
        while (true) {
            client.send("data: on and on\n\n");
        }
    }

    private static String because(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("Plumbline-Because").orElse("");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void passOneByOneWhileTheServerWaits(boolean besideStubs) throws Exception {
        if (besideStubs) {
            Path stubs = Files.createDirectories(folder.resolve("stubs/mappings"));
            Files.writeString(stubs.resolve("other.json"), """
                    {"request": {"method": "GET", "urlPath": "/other"}, "response": {"status": 200}}""");
            options = options.withFixtures(folder.resolve("stubs"));
        }
        CountDownLatch isRead = new CountDownLatch(1);
        try (StreamingUpstream upstream = StreamingUpstream.start("text/event-stream", 0, client -> {
                    client.send("data: one\n\n");
                    isRead.await();
                    client.send("data: two\n\n");
                });
                MockServer mock = mock(upstream, changed -> changed)) {
            HttpResponse<InputStream> answer = ask(mock, "/events");
            BufferedReader lines = lines(answer);

            assertThat(lines.readLine()).isEqualTo("data: one");
            isRead.countDown();
            assertThat(lines.lines()).containsExactly("", "data: two", "");
            assertThat(because(answer))
                    .isEqualTo("answer of " + upstream.url() + ", whose body is passed on as it comes");
        }
    }

    @Test
    void areSentTheirHeadBeforeAnythingHappens() throws Exception {
        CountDownLatch isThere = new CountDownLatch(1);
        try (StreamingUpstream upstream = StreamingUpstream.start("text/event-stream", 0, client -> {
                    client.send("");
                    isThere.await();
                });
                MockServer mock = mock(upstream, changed -> changed)) {
            HttpResponse<InputStream> answer = ask(mock, "/events");

            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            isThere.countDown();
            assertThat(answer.body().readAllBytes()).isEmpty();
        }
    }

    @Test
    void areJudgedWhenTheyHaveEnded() throws Exception {
        try (StreamingUpstream upstream =
                        StreamingUpstream.start("application/x-ndjson", 0, client -> client.send("{\"id\":1}\n{}\n"));
                MockServer mock = mock(upstream, UpstreamOptions::blocking)) {
            assertThat(lines(ask(mock, "/lines")).lines()).containsExactly("{\"id\":1}", "{}");
            assertThat(log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .startsWith("GET /lines: answer: body at /1 ")
                    .contains("id");
        }
    }

    @Test
    void areRefusedByTheirHeadWhereItBreaksTheContract() throws Exception {
        try (StreamingUpstream upstream = StreamingUpstream.start("text/event-stream", 0, StreamingTests::onAndOn);
                MockServer mock = mock(upstream, UpstreamOptions::blocking)) {
            assertThat(ask(mock, "/lines").statusCode()).isEqualTo(502);
            upstream.brokenOff().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void passWholeWithTheirLengthWhereTheyAreTooLongToBeJudged() throws Exception {
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'x');
        int pieces = (UpstreamClient.LONGEST_JUDGED >> 20) + 5;
        long length = (long) pieces << 20;
        try (StreamingUpstream upstream = StreamingUpstream.start("application/octet-stream", length, client -> {
                    for (int i = 0; i < pieces; i++) {
                        client.send(piece);
                    }
                });
                MockServer mock = mock(upstream, changed -> changed)) {
            HttpResponse<InputStream> answer = ask(mock, "/file");

            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(length);
            for (int i = 0; i < pieces; i++) {
                assertThat(answer.body().readNBytes(piece.length)).isEqualTo(piece);
            }
            assertThat(answer.body().read()).isEqualTo(-1);
            assertThat(because(answer)).endsWith("whose body is passed on as it comes");
        }
        assertThat(log).isEmpty();
    }

    @Test
    void endAtTheServerWhenTheClientLeaves() throws Exception {
        try (StreamingUpstream upstream = StreamingUpstream.start("text/event-stream", 0, StreamingTests::onAndOn);
                MockServer mock = mock(upstream, changed -> changed)) {
            ask(mock, "/events").body().close();

            upstream.brokenOff().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void breakOffForTheClientWhenTheServerDoes() throws Exception {
        try (StreamingUpstream upstream = StreamingUpstream.start("text/event-stream", 1_000, client -> {
                    client.send("data: one\n\n");
                    throw new IOException("on purpose");
                });
                MockServer mock = mock(upstream, changed -> changed)) {
            HttpResponse<InputStream> answer = ask(mock, "/events");

            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void breakOffWhenTheMockIsClosed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (StreamingUpstream upstream = StreamingUpstream.start("text/event-stream", 0, client -> {
            client.send("data: one\n\n");
            never.await();
        })) {
            HttpResponse<InputStream> answer;
            try (MockServer mock = mock(upstream, changed -> changed)) {
                answer = ask(mock, "/events");
                assertThat(answer.body().read()).isEqualTo('d');
            }
            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void areNotWaitedForWhereTheyShouldHaveEnded() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (StreamingUpstream upstream = StreamingUpstream.start("application/octet-stream", 10, client -> {
                    client.send("half");
                    never.await();
                });
                MockServer mock = mock(upstream, changed -> changed.withTimeout(Duration.ofMillis(300)))) {
            HttpResponse<InputStream> answer = ask(mock, "/file");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("has not answered within 300 ms");
        }
    }
}
