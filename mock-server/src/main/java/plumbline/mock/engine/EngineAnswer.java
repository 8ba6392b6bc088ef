package plumbline.mock.engine;

import java.time.Duration;
import plumbline.contract.http.Response;

/**
 * A response and when to send it.
 *
 * @param response what to send; its {@code Content-Length} is computed
 * @param delay how long to wait before sending, not negative
 */
public record EngineAnswer(Response response, Duration delay) {
    public EngineAnswer {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("An answer cannot be sent before its request: the delay is " + delay);
        }
    }

    /** {@return an answer to be sent at once} */
    public static EngineAnswer now(Response response) {
        return new EngineAnswer(response, Duration.ZERO);
    }

    /** {@return this answer with another response, sent as late} */
    public EngineAnswer with(Response other) {
        return new EngineAnswer(other, delay);
    }
}
