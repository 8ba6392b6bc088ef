package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;

class FailureReportingResponderTests {
    private final List<String> told = new ArrayList<>();

    private FailureReportingResponder reporting(Responder responder) {
        return new FailureReportingResponder(
                responder, (request, failure) -> told.add(request + " " + failure.getMessage()));
    }

    private static EngineAnswer fail(Request request) {
        throw new IllegalArgumentException("no idea of " + request.path());
    }

    private static EngineAnswer failElsewhere(Request request) {
        throw new IllegalArgumentException("nor of " + request.path());
    }

    private static int endless(int depth) {
        return depth > 0 ? endless(depth + 1) + 1 : depth;
    }

    @Test
    void passesAnswersOn() {
        EngineAnswer answer = EngineAnswer.now(Response.of(204));

        assertThat(reporting(request -> answer).answer(Request.of("GET", "/a"))).isSameAs(answer);
        assertThat(told).isEmpty();
    }

    @Test
    void saysThatTheFaultIsOursAndNamesNoClassToClients() {
        Response response = reporting(FailureReportingResponderTests::fail)
                .answer(Request.of("GET", "/a"))
                .response();

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers().first("Content-Type")).hasValue("application/problem+json");
        assertThat(Answers.json(response).path("type").asString()).isEqualTo("urn:plumbline:problem:internal-failure");
        assertThat(Answers.json(response).path("detail").asString())
                .contains("a fault of Plumbline, not of the request")
                .contains("no idea of /a", "log")
                .doesNotContain("Exception", "plumbline.");
        assertThat(told).containsExactly("GET /a no idea of /a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class plumbline.mock.answer.Cors cannot be cast to class java.lang.String",
                "java.nio.file.NoSuchFileException: /etc/x",
                "StackOverflowError"
            })
    void keepsMessagesThatNameClassesFromClients(String message) {
        Response response = reporting(request -> {
                    throw new IllegalStateException(message);
                })
                .answer(Request.of("GET", "/a"))
                .response();

        assertThat(Answers.json(response).path("detail").asString())
                .isEqualTo("This is a fault of Plumbline, not of the request; where it is stands in the mock's log:"
                        + " please report it.");
    }

    @Test
    void letsPagesOfOtherOriginsReadIt() {
        Request request = Request.of("GET", "/a").withHeader("Origin", "http://localhost:3000");

        Response response =
                reporting(FailureReportingResponderTests::fail).answer(request).response();

        assertThat(response.headers().first("Access-Control-Allow-Origin")).hasValue("http://localhost:3000");
    }

    @Test
    void tellsEachFaultOnceWhateverTheRequest() {
        FailureReportingResponder responder =
                reporting(request -> request.method().equals("GET") ? fail(request) : failElsewhere(request));

        for (String path : List.of("/a", "/b?token=secret", "/c")) {
            responder.answer(Request.of("GET", path));
            responder.answer(Request.of("PUT", path));
        }

        assertThat(told).containsExactly("GET /a no idea of /a", "PUT /a nor of /a");
    }

    @Test
    void survivesAStackThatOverflowsAndTellsItOnce() {
        FailureReportingResponder responder = reporting(
                request -> EngineAnswer.now(Response.of(endless(request.path().length()))));

        responder.answer(Request.of("GET", "/a"));
        Response response = responder.answer(Request.of("GET", "/long")).response();

        assertThat(response.status()).isEqualTo(500);
        assertThat(told).hasSize(1);
    }
}
