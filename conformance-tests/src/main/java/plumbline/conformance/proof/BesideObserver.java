package plumbline.conformance.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Exchange;
import plumbline.conformance.result.ExchangeObserver;
import plumbline.conformance.result.Proof;
import plumbline.contract.operation.Operation;

/**
 * Lets another observer look at exchanges while the next are under way: at those of one operation in their order. Where more
 * wait for it than a run can afford to keep, whoever brings another helps out first. Thread-safe.
 */
public final class BesideObserver implements ExchangeObserver {
    private static final int MOST = 256;
    private static final long MOST_OCTETS = 8L << 20;
    /** Schemas may lead to one another thousands of times. */
    private static final long STACK = 256L << 20;

    private final ExchangeObserver observer;
    private final ThreadPoolExecutor thread;
    private final Map<Operation, Deque<Seen>> waiting = new HashMap<>();
    /** What waits of operations of which nobody looks at anything. */
    private final Deque<Deque<Seen>> ready = new ArrayDeque<>();

    private int count;
    private long octets;
    private @Nullable Throwable failure;

    public BesideObserver(ExchangeObserver observer) {
        this.observer = observer;
        this.thread =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), BesideObserver::thread);
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "plumbline-proof", STACK);
        thread.setDaemon(true);
        return thread;
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
    public void saw(Exchange exchange, boolean isRight) {
        Seen seen = new Seen(exchange, isRight);
        synchronized (this) {
            count++;
            octets += seen.octets();
            Deque<Seen> known = waiting.get(seen.operation());
            Deque<Seen> line = known == null ? new ArrayDeque<>() : known;
            line.add(seen);
            if (known == null) {
                waiting.put(seen.operation(), line);
                announce(line);
            }
        }
        while (isOver(MOST, MOST_OCTETS)) {
            help();
        }
    }

    @Override
    public Proof proof() {
        while (isOver(0, 0)) {
            help();
        }
        return observer.proof();
    }

    private synchronized boolean isOver(int most, long mostOctets) {
        if (failure != null) {
            throw new IllegalStateException("an exchange could not be looked at", failure);
        }
        return count > most || octets > mostOctets;
    }

    private void announce(Deque<Seen> line) {
        ready.add(line);
        thread.execute(this::look);
    }

    /** Looks at something, or waits until somebody else has. */
    private void help() {
        if (look()) {
            return;
        }
        synchronized (this) {
            try {
                while (ready.isEmpty() && count > 0) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the run was interrupted", e);
            }
        }
    }

    private boolean look() {
        Deque<Seen> line;
        Seen seen;
        synchronized (this) {
            Deque<Seen> next = ready.poll();
            if (next == null) {
                return false;
            }
            line = next;
            seen = line.remove();
        }
        @Nullable Throwable thrown = null;
        try {
            observer.saw(seen.exchange(), seen.isRight());
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        synchronized (this) {
            failure = failure == null ? thrown : failure;
            count--;
            octets -= seen.octets();
            if (line.isEmpty()) {
                waiting.remove(seen.operation());
            } else {
                announce(line);
            }
            notifyAll();
        }
        return true;
    }
}
