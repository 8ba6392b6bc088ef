package plumbline.conformance.http;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clients that are free to send, as many as have ever sent at once. Connections that are kept are left a moment after nobody
 * asks for more. Thread-safe.
 */
final class Lines {
    private final Route route;
    private final Duration timeout;
    private final Deadlines deadlines;
    private final Duration idle;
    private final Deque<ExactHttpClient> free = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean isWatched = new AtomicBoolean();

    /**
     * Makes clients as they are needed.
     *
     * @param timeout how long an exchange may take
     * @param idle for how long a connection is kept that nobody asks for; nothing if none is used again
     */
    Lines(Route route, Duration timeout, Deadlines deadlines, Duration idle) {
        this.route = route;
        this.timeout = timeout;
        this.deadlines = deadlines;
        this.idle = idle;
    }

    /** {@return a client that nobody else has; the one that was used last, if there is any} */
    ExactHttpClient take() {
        ExactHttpClient known = free.pollFirst();
        return known != null ? known : new ExactHttpClient(route, timeout, deadlines, isKeeping());
    }

    /**
     * Takes a client back.
     *
     * @param isSound whether its connection can be trusted with another exchange
     */
    void giveBack(ExactHttpClient client, boolean isSound) {
        if (!isKeeping() || !isSound) {
            client.disconnect();
        }
        free.addFirst(client);
        watch();
    }

    private boolean isKeeping() {
        return !idle.isZero();
    }

    private void watch() {
        if (isKeeping() && isWatched.compareAndSet(false, true)) {
            deadlines.after(idle, this::leave);
        }
    }

    /** Those at the end were not used for the longest time. */
    private void leave() {
        isWatched.set(false);
        boolean isAnyLeft = false;
        for (int i = free.size(); i > 0; i--) {
            ExactHttpClient client = free.pollLast();
            if (client == null) {
                break;
            }
            if (client.isConnected() && !client.isIdleFor(idle)) {
                isAnyLeft = true;
            } else {
                client.disconnect();
            }
            free.addFirst(client);
        }
        if (isAnyLeft) {
            watch();
        }
    }
}
