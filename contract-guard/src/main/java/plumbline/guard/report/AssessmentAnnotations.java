package plumbline.guard.report;

import java.util.List;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.output.WorkflowCommand;

/** Writes findings as workflow commands, which GitHub shows beside the lines of the contract. */
final class AssessmentAnnotations {
    private AssessmentAnnotations() {}

    /** {@return a line for each finding, the worst first: GitHub shows only ten of a kind in a step} */
    static List<String> of(Assessment assessment) {
        return assessment.findings().stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .map(AssessmentAnnotations::command)
                .toList();
    }

    private static String command(Finding finding) {
        String kind = finding.severity() == Severity.NOTE
                ? "notice"
                : finding.severity().toString();
        Place other = finding.other();
        String see = other == null ? "" : "\nSee " + other;
        String hint = finding.hint().isEmpty() ? "" : "\nTo mend it: " + finding.hint();
        String title = "Plumbline: " + finding.rule();
        return new WorkflowCommand(kind, finding.place(), title, finding.message() + see + hint).line();
    }
}
