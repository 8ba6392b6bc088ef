package plumbline.conformance.report.results;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.conformance.Phase;
import plumbline.conformance.result.Report.Counts;

/**
 * What became of the cases of an operation.
 *
 * @param operation the id of the operation
 * @param statuses the statuses that it answered with
 * @param phases the counts by phase; phases without cases are missing
 */
public record OperationResult(String operation, SortedSet<Integer> statuses, Map<Phase, Counts> phases) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    public OperationResult {
        statuses = new TreeSet<>(statuses);
        phases = new TreeMap<>(phases);
    }

    public Counts counts(Phase phase) {
        return phases.getOrDefault(phase, NONE);
    }

    OperationResult plus(OperationResult other) {
        SortedSet<Integer> allStatuses = new TreeSet<>(statuses);
        allStatuses.addAll(other.statuses);
        Map<Phase, Counts> sums = new TreeMap<>(phases);
        other.phases.forEach((phase, counts) -> sums.merge(phase, counts, OperationResult::sum));
        return new OperationResult(operation, allStatuses, sums);
    }

    static Counts sum(Counts one, Counts other) {
        return new Counts(
                one.passed() + other.passed(),
                one.failed() + other.failed(),
                one.broken() + other.broken(),
                one.skipped() + other.skipped());
    }
}
