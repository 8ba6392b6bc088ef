package plumbline.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.conformance.report.causes.Cause;
import plumbline.conformance.report.causes.Causes;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Remark;
import plumbline.finding.Finding;
import plumbline.output.WorkflowCommand;

/** Writes findings as workflow commands, which GitHub shows beside the lines of the contract. */
public final class Annotations {
    /** GitHub shows ten of a kind in a step. */
    private static final int MOST = 10;

    private Annotations() {}

    /** {@return a line for each cause, those of most cases first, and one that tells how many there are in all} */
    public static List<String> of(Results results) {
        Set<String> errors = new LinkedHashSet<>();
        for (Cause cause : Causes.of(results)) {
            String operations = cause.operations().size() == 1
                    ? cause.operations().get(0)
                    : cause.operations().size() + " operations";
            String more = "\n" + Cause.counted(cause.cases().size(), "case") + ", cause " + cause.id();
            errors.add(command("error", operations, cause.finding(), more));
        }
        Set<String> notes = new LinkedHashSet<>();
        results.remarks(Remark.Kind.NOTE)
                .keySet()
                .forEach(remark -> notes.add(command("notice", remark.operation(), remark.finding(), "")));
        List<String> lines = new ArrayList<>();
        if (errors.size() > MOST) {
            lines.add("::error title=Plumbline::" + errors.size() + " causes, of which the first " + (MOST - 1)
                    + " are shown");
        }
        errors.stream().limit(errors.size() > MOST ? MOST - 1 : MOST).forEach(lines::add);
        notes.stream().limit(MOST).forEach(lines::add);
        return lines;
    }

    private static String command(String kind, String operation, Finding finding, String more) {
        String text = finding.message()
                + (finding.expected().isEmpty() ? "" : "\nexpected " + finding.expected())
                + (finding.actual().isEmpty() ? "" : "\ngot " + finding.actual())
                + more;
        String title = "Plumbline: " + operation + ": " + finding.check();
        return new WorkflowCommand(kind, finding.place(), title, text).line();
    }
}
