package plumbline.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.workers.DeepThreads;
import plumbline.contract.operation.Operation;

/**
 * Makes the cases of several operations at a time: the same as one after the other, in the same order.
 *
 * @param sources where cases come from
 * @param operations the operations that are tested
 */
record CaseMaker(List<CaseSource> sources, List<Operation> operations) {
    private static final int MOST_THREADS = 8;

    /** {@return the cases of the first source for all operations, then those of the next one} */
    List<CaseSource.Cases> all() {
        int number = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(number, new DeepThreads("plumbline-plan"));
        ExecutorService settling = Executors.newSingleThreadExecutor(new DeepThreads("plumbline-plan"));
        try {
            List<Future<CaseSource.Draft>> drafts = new ArrayList<>();
            for (CaseSource source : sources) {
                operations.forEach(operation -> drafts.add(threads.submit(() -> draft(source, operation))));
            }
            // Some are made anew then, which takes as deep a stack.
            return settling.submit(() -> settled(drafts)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof ExecutionException draft ? draft.getCause() : e.getCause();
            if (cause instanceof Error fault) {
                throw fault;
            }
            throw cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
        } finally {
            threads.shutdownNow();
            settling.shutdownNow();
        }
    }

    private static List<CaseSource.Cases> settled(List<Future<CaseSource.Draft>> drafts)
            throws InterruptedException, ExecutionException {
        List<CaseSource.Cases> all = new ArrayList<>();
        for (Future<CaseSource.Draft> draft : drafts) {
            all.add(draft.get().settled());
        }
        return all;
    }

    private static CaseSource.Draft draft(CaseSource source, Operation operation) {
        return operation.responses().isEmpty()
                ? () -> new CaseSource.Cases(List.of(), List.of(silent(operation, source.phase())))
                : source.draft(operation);
    }

    private static Omission silent(Operation operation, Phase phase) {
        return new Omission(
                operation.id(),
                phase,
                "all of the operation",
                "the contract documents no response, so that any is right");
    }
}
