package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The responder sees the values of headers as they were sent, whatever came before them on the same connection. */
class HeaderValuesTests {
    @ParameterizedTest
    @CsvSource({
        "Accept-Encoding, base64, BASE64",
        "X-Kind, small, SMALL",
        "Accept-Encoding, gzip, GZIP",
        "Cookie, a=b, A=B"
    })
    void areNotThoseOfAnotherRequest(String name, String first, String second) throws IOException {
        try (RunningEngine engine = RunningEngine.answering(
                RunningEngine.telling(request -> request.headers().all(name) + ";"))) {
            RawExchange both = RawExchange.ofText(
                    engine.port(),
                    "GET /x HTTP/1.1\r\nHost: localhost\r\n%1$s: %2$s\r\n\r\nGET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%1$s: %3$s\r\n\r\n"
                            .formatted(name, first, second));

            assertThat(both.body()).contains("[" + first + "];").endsWith("[" + second + "];");
        }
    }
}
