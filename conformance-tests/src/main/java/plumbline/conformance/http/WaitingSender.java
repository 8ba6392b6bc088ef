package plumbline.conformance.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;

/** Gives a target time to come up: as long as nothing has ever answered, a refused connection is tried again. */
public final class WaitingSender implements Sender {
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Sender sender;
    private final Duration patience;
    private final Clock clock;
    private final PatientSender.Pause pause;
    private volatile boolean isUp;
    private @Nullable Instant first;

    /** Sends through another sender, and waits no longer than this for its target. */
    public WaitingSender(Sender sender, Duration patience) {
        this(sender, patience, Clock.systemUTC(), time -> Thread.sleep(time.toMillis()));
    }

    WaitingSender(Sender sender, Duration patience, Clock clock, PatientSender.Pause pause) {
        this.sender = sender;
        this.patience = patience;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Answer send(Request request) {
        Answer answer = sender.send(request);
        while (!isUp && isRefused(answer) && mayWait()) {
            try {
                pause.of(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = sender.send(request);
        }
        isUp = isUp || !isRefused(answer);
        return answer;
    }

    private synchronized boolean mayWait() {
        Instant now = clock.instant();
        Instant start = first == null ? now : first;
        first = start;
        return now.isBefore(start.plus(patience));
    }

    private static boolean isRefused(Answer answer) {
        return answer instanceof Answer.Broken broken && Faults.REFUSED.equals(broken.message());
    }
}
