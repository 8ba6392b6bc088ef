package plumbline.conformance.report.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Report.Counts;

/**
 * What all reports tell of a run, or of several, in whatever format: no more than stands in the JSON report, from which it
 * can be read again.
 *
 * @param heading what was tested, and when
 * @param conclusion what is to be thought of it
 * @param phases the phases that were run
 * @param checks how many answers each check had something to judge in
 * @param rows the outcomes by operation
 * @param entries the cases
 * @param omissions what no case could be made for
 * @param remarks what was seen that does not count, and in how many answers
 * @param extent how far it went
 */
public record Results(
        Report.Heading heading,
        Report.Conclusion conclusion,
        List<Phase> phases,
        Map<String, Integer> checks,
        List<OperationResult> rows,
        List<CaseResult> entries,
        List<Omission> omissions,
        Map<Remark, Integer> remarks,
        Report.Extent extent) {

    /** {@return what a report tells} */
    public static Results of(Report report) {
        List<OperationResult> rows = new ArrayList<>();
        Map<String, TreeSet<Integer>> statuses = report.statuses();
        report.coverage()
                .forEach((operation, phases) -> rows.add(
                        new OperationResult(operation, statuses.getOrDefault(operation, new TreeSet<>()), phases)));
        return new Results(
                report.heading(),
                report.conclusion(),
                report.phases(),
                report.applied(),
                rows,
                report.verdicts().stream().map(CaseResult::of).toList(),
                report.omissions(),
                report.remarks(),
                report.extent());
    }

    /**
     * {@return what several runs tell together}
     *
     * @throws IllegalArgumentException if there are none, or they are about different contracts
     */
    public static Results merged(List<Results> parts) {
        return new ResultsMerger(parts).merge();
    }

    /** {@return the counts of all cases} */
    public Counts counts() {
        Counts counts = OperationResult.NONE;
        for (OperationResult row : rows) {
            for (Counts cell : row.phases().values()) {
                counts = OperationResult.sum(counts, cell);
            }
        }
        return counts;
    }

    /** {@return the cases in which something is wrong} */
    public List<CaseResult> failures() {
        return entries.stream().filter(CaseResult::isBad).toList();
    }

    /** {@return the remarks of one kind} */
    public Map<Remark, Integer> remarks(Remark.Kind kind) {
        Map<Remark, Integer> found = new LinkedHashMap<>();
        remarks.forEach((remark, answers) -> {
            if (remark.kind() == kind) {
                found.put(remark, answers);
            }
        });
        return found;
    }

    /** {@return the checks that had nothing to judge} */
    public List<String> idleChecks() {
        return checks.entrySet().stream()
                .filter(check -> check.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
