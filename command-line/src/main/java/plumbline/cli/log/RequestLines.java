package plumbline.cli.log;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import plumbline.mock.engine.journal.AnsweredRequest;

/**
 * Writes a line for each request, by a thread of its own: nobody's answer waits for a terminal. What comes faster than it can
 * be written for long is counted instead.
 */
public final class RequestLines implements Consumer<AnsweredRequest> {
    private static final int MOST_WAITING = 20_000;

    /** How many are taken from those that wait at a time, as each time stops those who add to them. */
    private static final int GATHERED = 64;

    /** To wake a thread and to flush costs more than a line, and nobody sees that lines come so much later. */
    private static final long GATHERING_MILLIS = 5;

    private final LineFormat format;
    private final PrintWriter out;
    private final boolean inColor;
    private final BlockingQueue<AnsweredRequest> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor writer;
    private long lastMillis = Long.MIN_VALUE;
    private String lastTime = "";

    /**
     * Makes lines.
     *
     * @param out takes them as they are; they hold nothing that steers a terminal but colors
     */
    public RequestLines(LineFormat format, PrintWriter out, boolean inColor) {
        this.format = format;
        this.out = out;
        this.inColor = inColor;
        this.writer = new ScheduledThreadPoolExecutor(1, RequestLines::thread);
        writer.setKeepAliveTime(1, TimeUnit.SECONDS);
        writer.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plumbline-log");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void accept(AnsweredRequest answered) {
        if (!waiting.offer(answered)) {
            leftOut.incrementAndGet();
        }
        if (isDue.compareAndSet(false, true)) {
            var unused = writer.schedule(this::write, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        isDue.set(false);
        List<AnsweredRequest> gathered = new ArrayList<>(GATHERED);
        while (waiting.drainTo(gathered, GATHERED) > 0) {
            for (AnsweredRequest next : gathered) {
                out.println(format.line(next, time(next.time()), inColor));
            }
            gathered.clear();
        }
        long missing = leftOut.getAndSet(0);
        if (missing > 0 && format == LineFormat.TEXT) {
            out.println("and " + missing + " requests more, which came too fast to be written");
        } else if (missing > 0) {
            out.println("{\"leftOut\":" + missing + "}");
        }
        out.flush();
    }

    /** Many come in the same millisecond, which is to be written but once. */
    private String time(Instant time) {
        long millis = time.toEpochMilli();
        if (millis != lastMillis) {
            lastMillis = millis;
            lastTime = format.time(time);
        }
        return lastTime;
    }
}
