package plumbline.conformance.workers;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has something done beside what a thread goes on to do until it brings the next task, and hands on in that thread what it
 * comes to: tasks are done one after the other, and the order of all this is always the same. Not thread-safe.
 *
 * @param <T> what a task comes to
 */
public final class OneBehind<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DeepThreads("plumbline-judge"));
    private final Consumer<T> told;
    private @Nullable Future<T> underWay;

    /**
     * Makes one without a task.
     *
     * @param told takes what the tasks come to, in their order
     */
    public OneBehind(Consumer<T> told) {
        this.told = told;
    }

    /** Hands on what the task before comes to, and has another one done. */
    public void add(Supplier<? extends T> task) {
        finish();
        underWay = thread.submit(task::get);
    }

    /** Hands on what the last task comes to, if that has not been done. */
    public void finish() {
        Future<T> last = underWay;
        if (last != null) {
            underWay = null;
            told.accept(await(last));
        }
    }

    /** Waits for what takes a moment only, so that whoever interrupts loses nothing that has been sent. */
    private static <T> T await(Future<T> task) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** Hands on what is left. */
    @Override
    public void close() {
        try {
            finish();
        } finally {
            thread.shutdown();
        }
    }
}
