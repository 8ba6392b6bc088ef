package plumbline.cli.log;

import java.io.PrintWriter;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import plumbline.mock.engine.journal.AnsweredRequest;

/**
 * Writes a line for each request, by a thread of its own: nobody's answer waits for a terminal. What comes faster than it can
 * be written for long is counted instead.
 */
public final class RequestLines implements Consumer<AnsweredRequest> {
    private static final int MOST_WAITING = 20_000;

    private final LineFormat format;
    private final PrintWriter out;
    private final boolean inColor;
    private final AtomicLong leftOut = new AtomicLong();
    private final ThreadPoolExecutor writer;

    /**
     * Makes lines.
     *
     * @param out takes them as they are; they hold nothing that steers a terminal but colors
     */
    public RequestLines(LineFormat format, PrintWriter out, boolean inColor) {
        this.format = format;
        this.out = out;
        this.inColor = inColor;
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                RequestLines::thread,
                (line, pool) -> leftOut.incrementAndGet());
        writer.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plumbline-log");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void accept(AnsweredRequest answered) {
        writer.execute(() -> write(answered));
    }

    private void write(AnsweredRequest answered) {
        out.println(format.line(answered, inColor));
        if (writer.getQueue().isEmpty()) {
            long missing = leftOut.getAndSet(0);
            if (missing > 0 && format == LineFormat.TEXT) {
                out.println("and " + missing + " requests more, which came too fast to be written");
            } else if (missing > 0) {
                out.println("{\"leftOut\":" + missing + "}");
            }
            out.flush();
        }
    }
}
