package plumbline.conformance.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Request;

/**
 * Answers to right requests, with which others are compared. A failure of the server is none: it is asked again, a few times. Those used longest ago are forgotten, and asked for again,
 * when all of them are larger than a run can afford to keep. Thread-safe.
 */
final class Baselines {
    private static final long MOST_OCTETS = 16L << 20;
    private static final int OVERHEAD = 2_000;
    private static final int MOST_FAILURES = 3;

    private final Map<Request, CompletableFuture<Sent>> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Request, Integer> failures = new HashMap<>();
    private long octets;

    /**
     * A request that was sent, and what came of it.
     *
     * @param request the request as it was sent
     * @param command the shell command that sends the same
     */
    record Sent(Request request, String command, Answer answer) {}

    /** {@return what came of a request, which is sent in this way if no other case has sent it} */
    Sent sent(Request request, Supplier<Sent> sender) {
        CompletableFuture<Sent> mine = new CompletableFuture<>();
        CompletableFuture<Sent> known;
        synchronized (answers) {
            known = answers.putIfAbsent(request, mine);
        }
        return known == null ? ask(request, sender, mine) : wait(known);
    }

    /** {@return whether the answer to a request is there} */
    boolean isKnown(Request request) {
        synchronized (answers) {
            CompletableFuture<Sent> known = answers.get(request);
            return known != null && known.isDone();
        }
    }

    private static Sent wait(CompletableFuture<Sent> known) {
        try {
            return known.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Sent ask(Request request, Supplier<Sent> sender, CompletableFuture<Sent> mine) {
        try {
            Sent sent = sender.get();
            mine.complete(sent);
            if (!isFailure(sent.answer()) || !forget(request, mine)) {
                keep(sent.answer());
            }
            return sent;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            synchronized (answers) {
                answers.remove(request, mine);
            }
            throw e;
        }
    }

    /** {@return whether the server failed, which says nothing of how it answers right requests} */
    static boolean isFailure(Answer answer) {
        return answer instanceof Answer.Received received && received.response().status() >= 500;
    }

    private boolean forget(Request request, CompletableFuture<Sent> failed) {
        synchronized (answers) {
            return failures.merge(request, 1, Integer::sum) < MOST_FAILURES && answers.remove(request, failed);
        }
    }

    private void keep(Answer answer) {
        synchronized (answers) {
            octets += size(answer);
            var oldest = answers.entrySet().iterator();
            while (octets > MOST_OCTETS && oldest.hasNext()) {
                @Nullable Sent old = oldest.next().getValue().getNow(null);
                if (old != null) {
                    octets -= size(old.answer());
                    oldest.remove();
                }
            }
        }
    }

    private static long size(Answer answer) {
        return OVERHEAD
                + (answer instanceof Answer.Received received
                        ? received.response().body().length()
                        : 0L);
    }
}
