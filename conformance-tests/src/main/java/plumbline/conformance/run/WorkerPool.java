package plumbline.conformance.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import plumbline.conformance.Case;
import plumbline.conformance.Verdict;

/**
 * Sends several cases at a time and hands their verdicts on in the order of the plan. Cases that may change something are
 * sent alone, since what they change may be what another one looks at.
 */
final class WorkerPool {
    private final Pace pace;
    private final Function<Case, Verdict> verifier;
    private final Consumer<Verdict> listener;
    private final List<Verdict> verdicts = new ArrayList<>();
    private int failures;

    WorkerPool(Pace pace, Function<Case, Verdict> verifier, Consumer<Verdict> listener) {
        this.pace = pace;
        this.verifier = verifier;
        this.listener = listener;
    }

    /** {@return the verdicts on all cases; those after the last failure that is wanted are not sent} */
    List<Verdict> verify(List<Case> cases) {
        if (pace.workers() == 1) {
            cases.forEach(subject -> add(isEnough() ? unsent(subject) : verifier.apply(subject)));
            return verdicts;
        }
        ExecutorService workers = Executors.newFixedThreadPool(pace.workers(), task -> {
            Thread thread = new Thread(task, "plumbline-worker");
            thread.setDaemon(true);
            return thread;
        });
        try {
            together(cases, workers);
        } finally {
            workers.shutdownNow();
        }
        return verdicts;
    }

    private void together(List<Case> cases, ExecutorService workers) {
        Deque<Assignment> underWay = new ArrayDeque<>();
        for (Case subject : cases) {
            if (!subject.isSafe()) {
                drain(underWay, 0);
                add(isEnough() ? unsent(subject) : verifier.apply(subject));
                continue;
            }
            drain(underWay, 2 * pace.workers() - 1);
            if (isEnough()) {
                drain(underWay, 0);
                add(unsent(subject));
            } else {
                underWay.add(Assignment.to(workers, subject, verifier));
            }
        }
        drain(underWay, 0);
    }

    /**
     * A case that a worker is to send.
     *
     * @param isTaken whether a worker has begun with it, or has been told not to
     */
    private record Assignment(Case subject, AtomicBoolean isTaken, Future<Optional<Verdict>> verdict) {
        static Assignment to(ExecutorService workers, Case subject, Function<Case, Verdict> verifier) {
            AtomicBoolean isTaken = new AtomicBoolean();
            return new Assignment(
                    subject,
                    isTaken,
                    workers.submit(() -> isTaken.compareAndSet(false, true)
                            ? Optional.of(verifier.apply(subject))
                            : Optional.empty()));
        }

        /** Takes it back, unless it is being sent already. */
        void withdraw() {
            isTaken.set(true);
        }
    }

    /** What has been sent counts, even if it was not wanted any more when its answer came. */
    private void drain(Deque<Assignment> underWay, int rest) {
        while (underWay.size() > rest) {
            if (isEnough()) {
                underWay.forEach(Assignment::withdraw);
            }
            Assignment first = underWay.remove();
            add(result(first.verdict()).orElseGet(() -> unsent(first.subject())));
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    private void add(Verdict verdict) {
        verdicts.add(verdict);
        listener.accept(verdict);
        failures += verdict.findings().isEmpty() ? 0 : 1;
    }

    private boolean isEnough() {
        return pace.maxFailures() > 0 && failures >= pace.maxFailures();
    }

    private Verdict unsent(Case subject) {
        String cases = pace.maxFailures() == 1 ? "1 case" : pace.maxFailures() + " cases";
        return Verdict.Skipped.unsent(subject, "the run ended when " + cases + " had failed, as was asked for");
    }
}
