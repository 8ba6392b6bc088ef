package plumbline.conformance.http;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends what takes too long, even when octets keep trickling in. */
final class Deadlines {
    private final ScheduledExecutorService clock = clock();

    /** With a thread that goes away when nothing is timed, and tasks that go away when they are cancelled. */
    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "plumbline-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(1, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        return clock;
    }

    /** A point in time at which something is ended. */
    record Deadline(AtomicBoolean passed, ScheduledFuture<?> task) {
        boolean hasPassed() {
            return passed.get();
        }

        void cancel() {
            task.cancel(false);
        }
    }

    Deadline after(Duration time, Runnable end) {
        AtomicBoolean passed = new AtomicBoolean();
        ScheduledFuture<?> task = clock.schedule(
                () -> {
                    passed.set(true);
                    end.run();
                },
                time.toNanos(),
                TimeUnit.NANOSECONDS);
        return new Deadline(passed, task);
    }
}
