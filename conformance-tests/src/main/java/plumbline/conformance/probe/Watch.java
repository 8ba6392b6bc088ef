package plumbline.conformance.probe;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.credentials.Secrets;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/**
 * Tells what befalls a target from what is wrong with it: where an answer may mean either, it repeats a request that was
 * answered with success before. If that fails in the same way, it waits for a while, and then gives up. Thread-safe.
 */
public final class Watch implements Sender {
    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** A target that answers with such a status of itself, time and again, is not asked each time. */
    private static final int MOST_VAIN = 20;

    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final Sender sender;
    private final Secrets secrets;
    private final Waiting waiting;
    private volatile @Nullable Request good;
    private volatile @Nullable String lost;
    private int vain;

    /** Watches the target of a sender. */
    public Watch(Sender sender, Secrets secrets) {
        this(sender, secrets, time -> Thread.sleep(time.toMillis()));
    }

    Watch(Sender sender, Secrets secrets, Waiting waiting) {
        this.sender = sender;
        this.secrets = secrets;
        this.waiting = waiting;
    }

    /** Lets time pass. */
    interface Waiting {
        void pass(Duration time) throws InterruptedException;
    }

    /** What may befall a target. */
    private enum Trouble {
        NONE,
        GONE,
        BUSY,
        REFUSING
    }

    /** Takes a request that is answered with success for what to repeat. */
    public void repeat(Request request) {
        good = request;
    }

    /** {@return why the target was given up; nothing if it was not} */
    public Optional<String> lost() {
        return Optional.ofNullable(lost);
    }

    @Override
    public Answer send(Request request) {
        giveUp();
        Answer answer = sender.send(request);
        Request known = good;
        boolean isTroubled = trouble(answer) != Trouble.NONE && mayMeanUs(request, answer);
        return known != null && isTroubled ? settled(request, answer, known) : answer;
    }

    private void giveUp() {
        String reason = lost;
        if (reason != null) {
            throw new TargetLostException(reason);
        }
    }

    /** What is sent with bad credentials is to be refused. */
    private boolean mayMeanUs(Request request, Answer answer) {
        return trouble(answer) != Trouble.REFUSING || showsSecrets(request);
    }

    private boolean showsSecrets(Request request) {
        return request.headers().fields().stream().anyMatch(header -> secrets.isIn(header.value()))
                || secrets.isIn(request.query());
    }

    private static Trouble trouble(Answer answer) {
        if (answer instanceof Answer.Received received) {
            int status = received.response().status();
            return BUSY.contains(status) ? Trouble.BUSY : status == 401 ? Trouble.REFUSING : Trouble.NONE;
        }
        return ((Answer.Broken) answer).fault() == Answer.Fault.UNREACHABLE ? Trouble.GONE : Trouble.NONE;
    }

    private synchronized Answer settled(Request request, Answer answer, Request known) {
        if (vain >= MOST_VAIN) {
            return answer;
        }
        Answer now = answer;
        for (int tries = 0; ; tries++) {
            giveUp();
            now = sender.send(known);
            if (trouble(now) == Trouble.NONE) {
                vain += tries == 0 ? 1 : 0;
                return tries == 0 ? answer : sender.send(request);
            }
            if (trouble(now) == Trouble.REFUSING || tries == WAITS.size()) {
                lost = reason(now);
                giveUp();
            }
            pass(wait(now).orElse(WAITS.get(tries)));
        }
    }

    private static Optional<Duration> wait(Answer answer) {
        return Optional.of(answer)
                .filter(Answer.Received.class::isInstance)
                .map(received -> ((Answer.Received) received).response())
                .flatMap(Watch::retryAfter)
                .filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
    }

    private static Optional<Duration> retryAfter(Response response) {
        return response.headers()
                .first("Retry-After")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private void pass(Duration time) {
        try {
            waiting.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Answer answer) {
        return switch (trouble(answer)) {
            case GONE -> "the target went away: nobody listens there any more";
            case REFUSING ->
                "the target refuses the credentials that it took before, which may have expired: give others with "
                        + RunSetting.CREDENTIALS;
            default ->
                String.format(
                        Locale.ROOT,
                        "the target came to answer everything with %d: slow down with %s, or try later",
                        ((Answer.Received) answer).response().status(),
                        RunSetting.RATE);
        };
    }
}
