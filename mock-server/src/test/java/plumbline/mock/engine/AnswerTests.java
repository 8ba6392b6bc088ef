package plumbline.mock.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import plumbline.contract.http.Response;

class AnswerTests {
    @Test
    void refusesToBeSentBeforeItsRequest() {
        Response response = Response.of(200);

        assertThatThrownBy(() -> new EngineAnswer(response, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
    }
}
