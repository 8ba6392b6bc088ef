package plumbline.cli.console;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What is done when this process is told to end, by Ctrl-C or SIGTERM, while something is under way. */
public final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable told, Ending late) {
        this.hook = new Thread(() -> end(told, late), "plumbline-interrupted");
    }

    /** What is done in place of what was under way. */
    @FunctionalInterface
    public interface Ending {
        void run() throws IOException;
    }

    /**
     * {@return an interruption that may come from now on}
     *
     * @param told tells what is under way to come to its end
     * @param late what is done if it has not after five seconds
     */
    public static Interruption expected(Runnable told, Ending late) {
        Interruption interruption = new Interruption(told, late);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Says that nothing is under way any more. */
    public void over() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It has come.
            return;
        }
    }

    private void end(Runnable told, Ending late) {
        told.run();
        try {
            if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                late.run();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            System.err.println("plumbline: the reports cannot be written: " + WriteFaults.words(failure));
        }
    }
}
