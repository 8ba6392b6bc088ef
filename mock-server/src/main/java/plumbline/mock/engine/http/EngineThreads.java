package plumbline.mock.engine.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one engine. They are daemons, and closing the engine waits for their end. */
final class EngineThreads {
    private final Set<Thread> started = ConcurrentHashMap.newKeySet();

    /** {@return a maker of threads that are called by this name and a number} */
    ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> thread(name + "-" + count.incrementAndGet(), work);
    }

    /** {@return a new thread of this name, to be started} */
    Thread thread(String name, Runnable work) {
        started.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    }

    /** Waits for the end of all threads but the one that calls; gives up after this time, or when interrupted. */
    void join(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (Thread thread : started) {
                long rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (thread != Thread.currentThread()) {
                    thread.join(Math.max(1, rest));
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
