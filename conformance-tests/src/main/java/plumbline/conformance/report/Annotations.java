package plumbline.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.conformance.Remark;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.finding.Finding;
import plumbline.output.WorkflowCommand;

/** Writes findings as workflow commands, which GitHub shows beside the lines of the contract. */
public final class Annotations {
    /** GitHub shows ten of a kind in a step. */
    private static final int MOST = 10;

    private Annotations() {}

    /** {@return a line for each finding, the same ones once, and a last one that tells how many there are in all} */
    public static List<String> of(Results results) {
        Set<String> errors = new LinkedHashSet<>();
        for (CaseResult entry : results.failures()) {
            entry.findings().forEach(finding -> errors.add(command("error", entry.operation(), finding)));
        }
        Set<String> notes = new LinkedHashSet<>();
        results.remarks(Remark.Kind.NOTE)
                .keySet()
                .forEach(remark -> notes.add(command("notice", remark.operation(), remark.finding())));
        List<String> lines = new ArrayList<>();
        if (errors.size() > MOST) {
            lines.add("::error title=Plumbline::" + errors.size() + " findings, of which the first " + (MOST - 1)
                    + " are shown");
        }
        errors.stream().limit(errors.size() > MOST ? MOST - 1 : MOST).forEach(lines::add);
        notes.stream().limit(MOST).forEach(lines::add);
        return lines;
    }

    private static String command(String kind, String operation, Finding finding) {
        String text = finding.message()
                + (finding.expected().isEmpty() ? "" : "\nexpected " + finding.expected())
                + (finding.actual().isEmpty() ? "" : "\ngot " + finding.actual());
        String title = "Plumbline: " + operation + ": " + finding.check();
        return new WorkflowCommand(kind, finding.place(), title, text).line();
    }
}
