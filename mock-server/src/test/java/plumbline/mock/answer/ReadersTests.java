package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Whose pages may read answers. */
class ReadersTests {
    private static final String APP = "https://app.example.com";

    private static Response asked(String method, String origin, Set<String> readers) {
        return Answers.ofText("""
                        openapi: 3.1.0
                        info: {title: T, version: '1'}
                        paths: {/a: {get: {responses: {'200': {description: ok}}}}}
                        """, AnswerOptions.defaults().withReaders(readers))
                .to(Request.of(method, "/a")
                        .withHeader("Origin", origin)
                        .withHeader("Access-Control-Request-Method", "GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {APP, "http://localhost:3000", "null"})
    void areNoPagesAtAllWhereNoneIsNamed(String origin) {
        assertThat(asked("GET", origin, Set.of()).headers().contains("Access-Control-Allow-Origin"))
                .isFalse();
        assertThat(asked("OPTIONS", origin, Set.of()).status()).isEqualTo(405);
    }

    @Test
    void areThoseThatAreNamed() {
        assertThat(asked("GET", APP, Set.of(APP)).headers().first("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(asked("OPTIONS", APP, Set.of(APP)).status()).isEqualTo(204);
        assertThat(asked("GET", "https://other.example.com", Set.of(APP))
                        .headers()
                        .contains("Access-Control-Allow-Origin"))
                .isFalse();
    }

    @Test
    void areAllByDefault() {
        assertThat(asked("GET", APP, AnswerOptions.defaults().readers())
                        .headers()
                        .first("Access-Control-Allow-Origin"))
                .hasValue("*");
    }
}
