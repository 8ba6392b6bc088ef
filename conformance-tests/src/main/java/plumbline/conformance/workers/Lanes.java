package plumbline.conformance.workers;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.contract.operation.Operation;

/** Workers, who do what is on one lane in its order, and all else side by side. */
public final class Lanes implements AutoCloseable {
    private final ThreadPoolExecutor workers;
    private final AtomicLong submitted = new AtomicLong();
    private final Map<String, CompletableFuture<?>> last = new HashMap<>();

    /** Hires so many workers. */
    public Lanes(int number) {
        this.workers = new ThreadPoolExecutor(
                number, number, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Lanes::worker);
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "plumbline-worker");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What is to be done. Lanes go first: they take as long as all that is on them, however many workers there are, while the
     * rest fits in between.
     */
    private record Ranked(boolean isOnLane, long number, Runnable task) implements Runnable, Comparable<Ranked> {
        private static final Comparator<Ranked> ORDER =
                Comparator.comparing(Ranked::isOnLane).reversed().thenComparingLong(Ranked::number);

        @Override
        public int compareTo(Ranked other) {
            return ORDER.compare(this, other);
        }

        @Override
        public void run() {
            task.run();
        }
    }

    /**
     * {@return on which lane a case is: that of all that begins with the same segment of the path, since one may be about what
     * another one changes; on none if it only looks, is refused, or makes an item of its own, which a whole life begins with}
     *
     * @param isCreation whether the operation of the case creates items
     */
    public static Optional<String> of(Case subject, boolean isCreation) {
        boolean isStory = subject.expectation() instanceof Expectation.StoryOutcome;
        boolean isOnOwnItem = isStory ? subject.phase() == Phase.LIFECYCLE : isCreation;
        return Company.of(subject) == Company.APART && !isOnOwnItem
                ? Optional.of(of(subject.operation()))
                : Optional.empty();
    }

    /** {@return the lane of whatever an operation changes: the first segment of its path} */
    public static String of(Operation operation) {
        String template = operation.template().toString();
        int end = template.indexOf('/', 1);
        return end < 0 ? template : template.substring(0, end);
    }

    /** {@return what a task comes to} */
    public <T> Future<T> submit(Supplier<T> task) {
        return CompletableFuture.supplyAsync(
                task, work -> workers.execute(new Ranked(false, submitted.getAndIncrement(), work)));
    }

    /** {@return what a task comes to, when all has been done that was on its lane before} */
    public <T> Future<T> submit(String lane, Supplier<T> task) {
        CompletableFuture<?> before = last.getOrDefault(lane, CompletableFuture.completedFuture(null));
        CompletableFuture<T> next = before.handleAsync(
                (result, failure) -> task.get(),
                work -> workers.execute(new Ranked(true, submitted.getAndIncrement(), work)));
        last.put(lane, next);
        return next;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
