package plumbline.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.engine.access.BodyLimits;

/** What pages of other origins may read of requests that never reach the contract. */
class ReadableRefusalsTests {
    private static final String APP = "https://app.example.com";

    private static HttpResponse<String> asked(Set<String> readers, String method, String coding, String body)
            throws IOException {
        MockServerOptions options = MockServerOptions.defaults()
                .withContract("src/test/resources/switched-shop.yaml")
                .withLimits(BodyLimits.defaults().withOctets(20))
                .withAnswers(AnswerOptions.defaults().withReaders(readers));
        try (RunningMock mock = new RunningMock(options)) {
            return mock.send(method, "/api/products", body, "Origin", APP, "Content-Encoding", coding);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "patch, identity, '', 400",
        "POST, identity, a body that is too large, 413",
        "POST, br, short, 415",
        "POST, gzip, short, 400"
    })
    void isAsMuchAsOfAnswers(String method, String coding, String body, int status) throws IOException {
        HttpResponse<String> readable = asked(Set.of(APP), method, coding, body);
        HttpResponse<String> shut = asked(Set.of(), method, coding, body);

        assertThat(readable.statusCode()).isEqualTo(status);
        assertThat(readable.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(readable.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElse(""))
                .contains("Plumbline-Because");
        assertThat(shut.statusCode()).isEqualTo(status);
        assertThat(shut.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
}
