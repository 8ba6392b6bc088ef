package plumbline.conformance.workers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has something done beside what a thread goes on to do, one task after the other in the order in which they came, and hands
 * on in that thread what they come to. Not thread-safe.
 *
 * @param <T> what a task comes to
 */
public final class Beside<T> implements AutoCloseable {
    /** Whoever brings more waits. */
    private static final int MOST = 16;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DeepThreads("plumbline-judge"));
    private final Deque<Future<T>> underWay = new ArrayDeque<>();
    private final Consumer<T> told;

    /**
     * Makes one without tasks.
     *
     * @param told takes what the tasks come to, in their order
     */
    public Beside(Consumer<T> told) {
        this.told = told;
    }

    /** Has a task done, and hands on what is there by now. */
    public void add(Supplier<? extends T> task) {
        underWay.add(thread.submit(task::get));
        while (!underWay.isEmpty()
                && (underWay.size() > MOST || underWay.element().isDone())) {
            handOn();
        }
    }

    /** Waits for all tasks, and hands on what they come to. */
    public void finish() {
        while (!underWay.isEmpty()) {
            handOn();
        }
    }

    private void handOn() {
        told.accept(await(underWay.remove()));
    }

    /**
     * {@return what a task has come to, or will}
     *
     * @throws IllegalStateException if this thread is interrupted meanwhile
     */
    public static <T> T await(Future<T> task) {
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

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
