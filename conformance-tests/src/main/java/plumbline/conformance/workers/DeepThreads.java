package plumbline.conformance.workers;

import java.util.concurrent.ThreadFactory;

/**
 * Threads whose stacks are deep enough for schemas that lead to one another thousands of times; they keep no JVM alive.
 *
 * @param name what they are called
 */
public record DeepThreads(String name) implements ThreadFactory {
    private static final long STACK = 256L << 20;

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, name, STACK);
        thread.setDaemon(true);
        return thread;
    }
}
