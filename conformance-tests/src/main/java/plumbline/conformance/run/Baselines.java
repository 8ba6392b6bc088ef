package plumbline.conformance.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Request;

/**
 * Answers to right requests, with which others are compared. Those used longest ago are forgotten, and asked for again,
 * when all of them are larger than a run can afford to keep. Thread-safe.
 */
final class Baselines {
    private static final long MOST_OCTETS = 16L << 20;
    private static final int OVERHEAD = 2_000;

    private final Function<Request, Answer> sender;
    private final Map<Request, CompletableFuture<Answer>> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long octets;

    Baselines(Function<Request, Answer> sender) {
        this.sender = sender;
    }

    /** {@return the answer to a request, which is sent if no other case has sent it} */
    Answer answer(Request request) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> known;
        synchronized (answers) {
            known = answers.putIfAbsent(request, mine);
        }
        return known == null ? ask(request, mine) : wait(known);
    }

    /** {@return whether the answer to a request is there} */
    boolean isKnown(Request request) {
        synchronized (answers) {
            CompletableFuture<Answer> known = answers.get(request);
            return known != null && known.isDone();
        }
    }

    private static Answer wait(CompletableFuture<Answer> known) {
        try {
            return known.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Answer ask(Request request, CompletableFuture<Answer> mine) {
        try {
            Answer answer = sender.apply(request);
            mine.complete(answer);
            keep(answer);
            return answer;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            synchronized (answers) {
                answers.remove(request, mine);
            }
            throw e;
        }
    }

    private void keep(Answer answer) {
        synchronized (answers) {
            octets += size(answer);
            var oldest = answers.entrySet().iterator();
            while (octets > MOST_OCTETS && oldest.hasNext()) {
                @Nullable Answer old = oldest.next().getValue().getNow(null);
                if (old != null) {
                    octets -= size(old);
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
