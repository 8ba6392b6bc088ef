package plumbline.cli.console;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntSupplier;

/** Runs on a stack that has room for schemas which lead to one another thousands of times; it takes memory as it is used. */
public final class DeepStack {
    private static final long OCTETS = 256L << 20;

    private DeepStack() {}

    /** {@return what the supplier returns} */
    public static int call(IntSupplier supplier) {
        FutureTask<Integer> task = new FutureTask<>(supplier::getAsInt);
        Thread thread = new Thread(null, task, "plumbline", OCTETS);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
