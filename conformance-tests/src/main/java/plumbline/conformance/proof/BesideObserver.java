package plumbline.conformance.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Exchange;
import plumbline.conformance.result.ExchangeObserver;
import plumbline.conformance.result.Proof;
import plumbline.conformance.workers.DeepThreads;
import plumbline.contract.operation.Operation;

/**
 * Lets another observer look at exchanges while the next are under way: one after the other in their order, or, where several
 * threads look, so at those of each operation. Whoever brings more than a run can afford to keep waits. Thread-safe.
 */
public final class BesideObserver implements ExchangeObserver {
    private static final int MOST = 256;
    private static final long MOST_OCTETS = 8L << 20;

    private final ExchangeObserver observer;
    private final ThreadPoolExecutor threads;
    private final Deque<Seen> waiting = new ArrayDeque<>();
    private final Set<Operation> lookedAt = new HashSet<>();
    private long octets;
    private boolean isStopped;
    private @Nullable Throwable failure;

    /**
     * Looks with so many threads.
     *
     * @param number how many; those of one have seen the same after each run that was answered the same
     */
    public BesideObserver(ExchangeObserver observer, int number) {
        this.observer = observer;
        this.threads = new ThreadPoolExecutor(
                number, number, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DeepThreads("plumbline-proof"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** What waits to be looked at. */
    private record Seen(Exchange exchange, boolean isRight) {
        Operation operation() {
            return exchange.subject().operation();
        }

        int octets() {
            return exchange.response().body().length();
        }
    }

    @Override
    public synchronized void saw(Exchange exchange, boolean isRight) {
        waitUntil(() -> isStopped || waiting.size() < MOST && octets < MOST_OCTETS);
        if (!isStopped) {
            Seen seen = new Seen(exchange, isRight);
            waiting.add(seen);
            octets += seen.octets();
            threads.execute(this::look);
        }
    }

    /** {@return what all exchanges so far prove, once they have been looked at, or what those do that were when it was stopped} */
    @Override
    public Proof proof() {
        waitUntil(() -> waiting.isEmpty() && lookedAt.isEmpty());
        return observer.proof();
    }

    @Override
    public synchronized void stop() {
        isStopped = true;
        waiting.clear();
        notifyAll();
    }

    private synchronized void waitUntil(BooleanSupplier isSo) {
        try {
            while (failure == null && !isSo.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
        if (failure != null) {
            throw new IllegalStateException("an exchange could not be looked at", failure);
        }
    }

    private void look() {
        Seen seen = next();
        if (seen == null) {
            // It is looked at by whoever looks at the one before it.
            return;
        }
        @Nullable Throwable thrown = null;
        try {
            observer.saw(seen.exchange(), seen.isRight());
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        synchronized (this) {
            failure = failure == null ? thrown : failure;
            octets -= seen.octets();
            lookedAt.remove(seen.operation());
            if (!waiting.isEmpty()) {
                threads.execute(this::look);
            }
            notifyAll();
        }
    }

    private synchronized @Nullable Seen next() {
        Iterator<Seen> all = waiting.iterator();
        while (all.hasNext()) {
            Seen seen = all.next();
            if (lookedAt.add(seen.operation())) {
                all.remove();
                return seen;
            }
        }
        return null;
    }
}
