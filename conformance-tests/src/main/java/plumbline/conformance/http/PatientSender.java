package plumbline.conformance.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Rate;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;

/** Keeps to a rate, and sends again what is answered with 429 once the server allows it (RFC 9110, section 10.2.3). */
public final class PatientSender implements Sender {
    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);

    private final Sender sender;
    private final @Nullable Rate rate;
    private final Clock clock;
    private final Pause pause;
    private final Deque<Instant> sent = new ArrayDeque<>();

    /**
     * Sends through another sender.
     *
     * @param rate the rate to keep to; null if there is none
     */
    public PatientSender(Sender sender, @Nullable Rate rate) {
        this(sender, rate, Clock.systemUTC(), time -> Thread.sleep(time.toMillis()));
    }

    PatientSender(Sender sender, @Nullable Rate rate, Clock clock, Pause pause) {
        this.sender = sender;
        this.rate = rate;
        this.clock = clock;
        this.pause = pause;
    }

    /** Lets time pass. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    @Override
    public Answer send(Request request) {
        keepToRate();
        Answer answer = sender.send(request);
        for (int tries = 1; tries < TRIES; tries++) {
            Optional<Duration> wait = wait(answer);
            if (wait.isEmpty()) {
                return answer;
            }
            pause(wait.get());
            keepToRate();
            answer = sender.send(request);
        }
        return answer;
    }

    /** How long the server wants us to wait; nothing if it does not, or if that is longer than anybody would. */
    private Optional<Duration> wait(Answer answer) {
        if (!(answer instanceof Answer.Received received) || received.response().status() != 429) {
            return Optional.empty();
        }
        Duration wait = received.response()
                .headers()
                .first("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, clock.instant()))
                .orElse(USUAL_WAIT);
        return wait.compareTo(LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(wait);
    }

    private synchronized void keepToRate() {
        if (rate == null) {
            return;
        }
        if (sent.size() == rate.requests()) {
            Instant free = sent.removeFirst().plus(rate.period());
            Duration wait = Duration.between(clock.instant(), free);
            if (wait.compareTo(Duration.ZERO) > 0) {
                pause(wait);
            }
        }
        sent.addLast(clock.instant());
    }

    private void pause(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
