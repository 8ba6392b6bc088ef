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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import plumbline.conformance.Case;
import plumbline.conformance.Verdict;

/**
 * Sends several cases at a time and hands their verdicts on in the order of the plan: those that only look together, and those
 * that must be refused together, once the right requests that they are compared with have been sent alone. All others are sent
 * alone, and what should have been refused and was not is sent again alone before that is told.
 */
final class WorkerPool {
    private final Pace pace;
    private final CaseRunner runner;
    private final Consumer<Verdict> listener;
    private final BooleanSupplier isInterrupted;
    private final List<Verdict> verdicts = new ArrayList<>();
    private int failures;

    WorkerPool(Pace pace, CaseRunner runner, Consumer<Verdict> listener, BooleanSupplier isInterrupted) {
        this.pace = pace;
        this.runner = runner;
        this.listener = listener;
        this.isInterrupted = isInterrupted;
    }

    /** {@return the verdicts on all cases; those after the last failure that is wanted are not sent} */
    List<Verdict> verify(List<Case> cases) {
        if (pace.workers() == 1) {
            cases.forEach(subject -> add(isEnough() ? unsent(subject) : runner.run(subject)));
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
        Company before = Company.NOBODY;
        for (Case subject : cases) {
            Company company = Company.of(subject);
            boolean isPrepared = company != Company.REFUSED || runner.isPrepared(subject);
            boolean isJoining = isPrepared && company == before && company != Company.NOBODY;
            drain(underWay, isJoining ? 2 * pace.workers() - 1 : 0);
            before = company;
            if (isEnough()) {
                drain(underWay, 0);
                add(unsent(subject));
            } else if (company == Company.NOBODY) {
                add(runner.run(subject));
            } else {
                if (!isPrepared) {
                    runner.prepare(subject);
                }
                underWay.add(Assignment.to(workers, subject, runner));
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
        static Assignment to(ExecutorService workers, Case subject, CaseRunner runner) {
            AtomicBoolean isTaken = new AtomicBoolean();
            return new Assignment(
                    subject,
                    isTaken,
                    workers.submit(() -> isTaken.compareAndSet(false, true)
                            ? Optional.of(subject.isSafe() ? runner.run(subject) : runner.attempt(subject))
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
            add(result(first.verdict())
                    .map(verdict -> first.subject().isSafe() ? verdict : settled(verdict, underWay))
                    .orElseGet(() -> unsent(first.subject())));
        }
    }

    private Verdict settled(Verdict verdict, Deque<Assignment> underWay) {
        if (verdict.outcome() == Verdict.Outcome.PASSED) {
            return verdict;
        }
        underWay.forEach(other -> result(other.verdict()));
        return runner.settle(verdict);
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
        return isInterrupted.getAsBoolean() || pace.maxFailures() > 0 && failures >= pace.maxFailures();
    }

    private Verdict unsent(Case subject) {
        if (isInterrupted.getAsBoolean()) {
            return Verdict.Skipped.unsent(subject, "the run was interrupted");
        }
        String cases = pace.maxFailures() == 1 ? "1 case" : pace.maxFailures() + " cases";
        return Verdict.Skipped.unsent(subject, "the run ended when " + cases + " had failed, as was asked for");
    }
}
