package plumbline.conformance.workers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.contract.operation.Operation;

/** Workers, who do what is on one lane in its order, and all else side by side. */
public final class Lanes implements AutoCloseable {
    private final ExecutorService workers;
    private final Map<String, CompletableFuture<?>> last = new HashMap<>();

    /** Hires so many workers. */
    public Lanes(int number) {
        this.workers = Executors.newFixedThreadPool(number, task -> {
            Thread thread = new Thread(task, "plumbline-worker");
            thread.setDaemon(true);
            return thread;
        });
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
        return CompletableFuture.supplyAsync(task, workers);
    }

    /** {@return what a task comes to, when all has been done that was on its lane before} */
    public <T> Future<T> submit(String lane, Supplier<T> task) {
        CompletableFuture<?> before = last.getOrDefault(lane, CompletableFuture.completedFuture(null));
        CompletableFuture<T> next = before.handleAsync((result, failure) -> task.get(), workers);
        last.put(lane, next);
        return next;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
