package plumbline.mock.engine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Response;

/**
 * A response and when to send it.
 *
 * @param response what to send; its {@code Content-Length} is computed unless a rest follows
 * @param delay how long to wait before sending, not negative
 * @param breakage how the connection breaks instead; null if it does not
 * @param rest what follows the body of the response and is sent as it comes; null if nothing does
 */
public record EngineAnswer(
        Response response,
        Duration delay,
        @Nullable Breakage breakage,
        Flow.@Nullable Publisher<List<ByteBuffer>> rest) {
    public EngineAnswer {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("An answer cannot be sent before its request: the delay is " + delay);
        }
    }

    public EngineAnswer(Response response, Duration delay) {
        this(response, delay, null, null);
    }

    /** {@return an answer to be sent at once} */
    public static EngineAnswer now(Response response) {
        return new EngineAnswer(response, Duration.ZERO);
    }

    /** {@return a connection that breaks at once} */
    public static EngineAnswer broken(Breakage breakage) {
        return new EngineAnswer(Response.of(503), Duration.ZERO, breakage, null);
    }

    /** {@return this answer, whose body goes on as this comes} */
    public EngineAnswer followedBy(Flow.@Nullable Publisher<List<ByteBuffer>> more) {
        return new EngineAnswer(response, delay, breakage, more);
    }

    /** {@return this answer with another response, sent as late} */
    public EngineAnswer with(Response other) {
        return new EngineAnswer(other, delay, breakage, rest);
    }

    /** {@return this answer, sent later unless it is late already} */
    public EngineAnswer after(Duration wait) {
        return delay.isZero() ? new EngineAnswer(response, wait, breakage, rest) : this;
    }
}
