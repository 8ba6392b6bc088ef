package plumbline.mock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.RawHttp.Reply;

/** What the responder answers is what the client sees. */
class ResponseFidelityTests {
    private static final RunningEngine ENGINE = RunningEngine.answering(ResponseFidelityTests::answer);

    private static Answer answer(Request request) {
        return switch (request.path()) {
            case "/many" ->
                Answer.now(Response.of(200)
                        .withHeaders(Headers.of("Set-Cookie", "a=1", "Link", "</x>", "Set-Cookie", "b=2"))
                        .withBody(Body.of("many")));
            case "/umlaut" -> Answer.now(RunningEngine.plain("Grüße"));
            case "/large" -> Answer.now(RunningEngine.plain("x".repeat(5 << 20)));
            case "/broken" -> throw new IllegalStateException("lost the thread");
            case "/overflow" -> overflow(0);
            case "/slow" -> new Answer(RunningEngine.plain("slow"), Duration.ofMillis(300));
            case "/teapot" -> Answer.now(Response.of(418));
            case "/gone" -> Answer.now(Response.of(204));
            case "/unchanged" -> Answer.now(Response.of(304).withHeader("ETag", "\"1\""));
            default -> Answer.now(RunningEngine.plain("plain"));
        };
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Answer overflow(int depth) {
        return overflow(depth + 1);
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static Reply get(String path) {
        return RawHttp.send(ENGINE.port(), "GET " + path + " HTTP/1.1");
    }

    @Test
    void sendsRepeatedHeaderLinesApartAndInOrder() {
        assertThat(get("/many").header("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain", "/many", "/umlaut", "/large"})
    void tellsTheLengthInsteadOfSendingChunks(String path) {
        Reply reply = get(path);

        assertThat(reply.header("Transfer-Encoding")).isEmpty();
        assertThat(reply.header("Content-Length"))
                .containsExactly(String.valueOf(reply.body().length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain", "/many", "/umlaut", "/large"})
    void answersHeadWithTheHeadersOfGetAndNoBody(String path) {
        Reply get = get(path);

        Reply head = RawHttp.send(ENGINE.port(), "HEAD " + path + " HTTP/1.1");

        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.status()).isEqualTo(get.status());
    }

    @Test
    void doesNotTellHowTheAnswerWasFound() {
        assertThat(get("/plain").head()).noneMatch(line -> line.startsWith("Matched-Stub"));
    }

    @Test
    void doesNotNameItsServer() {
        assertThat(get("/plain").header("Server")).isEmpty();
    }

    @Test
    void answersWithoutABody() {
        assertThat(get("/teapot").status()).startsWith("HTTP/1.1 418");
        assertThat(get("/teapot").header("Content-Length")).containsExactly("0");
        assertThat(get("/gone").status()).startsWith("HTTP/1.1 204");
        assertThat(get("/gone").header("Content-Length")).isEmpty();
        assertThat(get("/unchanged").header("ETag")).containsExactly("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/overflow"})
    void livesOnWhenTheResponderFails(String path) {
        Reply reply = get(path);

        assertThat(reply.status()).startsWith("HTTP/1.1 500");
        assertThat(reply.header("Content-Type").get(0)).startsWith("text/plain");
        assertThat(reply.body()).contains("The mock server failed").doesNotContain("\tat ");
        assertThat(get("/plain").body()).isEqualTo("plain");
    }

    @Test
    void servesOthersWhileAnAnswerIsDelayed() {
        List<CompletableFuture<HttpResponse<String>>> slow =
                IntStream.range(0, 100).mapToObj(each -> ENGINE.later("/slow")).toList();

        HttpResponse<String> other = ENGINE.get("/plain");

        assertThat(other.body()).isEqualTo("plain");
        assertThat(slow).allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("slow"));
    }

    @Test
    void answersManyAtATime() {
        List<CompletableFuture<HttpResponse<String>>> answers =
                IntStream.range(0, 200).mapToObj(each -> ENGINE.later("/plain")).toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("plain"));
    }
}
