package plumbline.conformance.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.workers.Company;
import plumbline.conformance.workers.Lanes;
import plumbline.conformance.workers.OneBehind;
import plumbline.contract.http.Request;

/**
 * Sends several cases at a time and hands their verdicts on in the order of the plan: those that only look together; those
 * that must be refused together, once the right requests that they are compared with have been sent; and those of one
 * phase that change or remove different things. What may have come out otherwise because of its company is sent again alone
 * before that is told.
 */
final class WorkerPool {
    /** How many cases may wait for each worker, where nobody asked to stop early. */
    private static final int MANY = 16;
    /** For how many cases what they are compared with is sent before the first of them, where nobody asked to stop early. */
    private static final int AHEAD = 500;

    private final Pace pace;
    private final CaseRunner runner;
    private final Consumer<Verdict> listener;
    private final BooleanSupplier isInterrupted;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Deque<Assignment> underWay = new ArrayDeque<>();
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
            inTurn(cases);
            return verdicts;
        }
        try (Lanes lanes = new Lanes(pace.workers())) {
            together(cases, lanes);
        }
        return verdicts;
    }

    private void inTurn(List<Case> cases) {
        if (!isPatient()) {
            cases.forEach(subject -> add(isEnough() ? unsent(subject) : runner.run(subject)));
            return;
        }
        try (OneBehind<Verdict> judging = new OneBehind<>(this::settled)) {
            for (Case subject : cases) {
                if (runner.isSentOnce(subject)) {
                    judging.add(isEnough() ? () -> unsent(subject) : runner.begin(subject));
                } else {
                    // It is judged between its requests, and after all that was sent before.
                    judging.finish();
                    add(isEnough() ? unsent(subject) : runner.run(subject));
                }
            }
        }
    }

    private void settled(Verdict verdict) {
        add(isEnough() ? verdict : runner.smallest(verdict));
    }

    private void together(List<Case> cases, Lanes lanes) {
        @Nullable Case before = null;
        for (int i = 0; i < cases.size(); i++) {
            Case subject = cases.get(i);
            Company company = Company.of(subject);
            boolean isPrepared = company != Company.REFUSED || runner.isPrepared(subject);
            if (isPrepared && before != null && isJoining(subject, before)) {
                makeRoom();
            } else {
                finish();
            }
            before = subject;
            if (isEnough()) {
                finish();
                add(unsent(subject));
            } else {
                if (!isPrepared) {
                    prepare(cases.subList(i, Math.min(cases.size(), i + (isPatient() ? AHEAD : 1))), lanes);
                }
                underWay.add(Assignment.to(lanes, subject, runner));
            }
        }
        finish();
    }

    /** Sends what the next cases are compared with: side by side, where it is about different things. */
    private void prepare(List<Case> next, Lanes lanes) {
        Set<Request> asked = new HashSet<>();
        next.stream()
                .takeWhile(subject -> Company.of(subject) == Company.REFUSED)
                .filter(subject -> !runner.isPrepared(subject))
                .filter(subject -> subject.comparison().filter(asked::add).isPresent())
                .map(subject -> lanes.submit(Lanes.of(subject.operation()), () -> prepared(subject)))
                .toList()
                .forEach(WorkerPool::await);
    }

    private boolean prepared(Case subject) {
        boolean isWanted = !isInterrupted.getAsBoolean();
        if (isWanted) {
            runner.prepare(subject);
        }
        return isWanted;
    }

    private static <T> T await(Future<T> task) {
        try {
            return task.get();
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

    private static boolean isJoining(Case subject, Case before) {
        Company company = Company.of(subject);
        return company == Company.of(before) && (company != Company.APART || subject.phase() == before.phase());
    }

    /**
     * A case that a worker is to send.
     *
     * @param isTaken whether a worker has begun with it, or has been told not to
     */
    private record Assignment(Case subject, AtomicBoolean isTaken, Future<Optional<Verdict>> verdict) {
        static Assignment to(Lanes lanes, Case subject, CaseRunner runner) {
            AtomicBoolean isTaken = new AtomicBoolean();
            Supplier<Optional<Verdict>> task = () -> isTaken.compareAndSet(false, true)
                    ? Optional.of(subject.isSafe() ? runner.run(subject) : runner.attempt(subject))
                    : Optional.empty();
            return new Assignment(
                    subject,
                    isTaken,
                    runner.lane(subject).map(lane -> lanes.submit(lane, task)).orElseGet(() -> lanes.submit(task)));
        }

        /** Takes it back, unless it is being sent already. */
        void withdraw() {
            isTaken.set(true);
        }

        /** {@return the outcome; nothing if it was taken back} */
        Optional<Verdict> result() {
            return await(verdict);
        }

        /** {@return whether it may have come out otherwise because of its company} */
        boolean isSurprise() {
            return !subject.isSafe() && result().filter(Surprises::isSurprise).isPresent();
        }
    }

    /** Hands on what is there; where one is to be sent again alone, the others come to their end before. */
    private void makeRoom() {
        int most = pace.workers() * (isPatient() ? MANY : 2);
        while (underWay.size() >= most) {
            if (isPatient() && underWay.element().isSurprise()) {
                finish();
            } else {
                handOn();
            }
        }
    }

    private void finish() {
        while (!underWay.isEmpty()) {
            handOn();
        }
    }

    /** What has been sent counts, even if it was not wanted any more when its answer came. */
    private void handOn() {
        if (isEnough()) {
            underWay.forEach(Assignment::withdraw);
        }
        Assignment first = underWay.remove();
        if (first.isSurprise()) {
            underWay.forEach(Assignment::result);
        }
        add(first.result()
                .map(verdict -> first.subject().isSafe() ? verdict : runner.settle(verdict))
                .orElseGet(() -> unsent(first.subject())));
    }

    private void add(Verdict verdict) {
        verdicts.add(verdict);
        listener.accept(verdict);
        failures += verdict.findings().isEmpty() ? 0 : 1;
    }

    private boolean isPatient() {
        return pace.maxFailures() == 0;
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
