package plumbline.guard.report;

import java.util.List;
import plumbline.contract.document.Place;
import plumbline.guard.Assessment;
import plumbline.guard.finding.Finding;
import plumbline.guard.finding.Severity;

/** Writes findings as workflow commands, which GitHub shows beside the lines of the contract. */
final class Annotations {
    private Annotations() {}

    /** {@return a line for each finding, the worst first: GitHub shows only ten of a kind in a step} */
    static List<String> of(Assessment assessment) {
        return assessment.findings().stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .map(Annotations::command)
                .toList();
    }

    private static String command(Finding finding) {
        String kind = finding.severity() == Severity.NOTE
                ? "notice"
                : finding.severity().toString();
        Place place = finding.place();
        String position = place.line() == 0 ? "" : ",line=" + place.line() + ",col=" + place.column();
        Place other = finding.other();
        String see = other == null ? "" : "\nSee " + other;
        String hint = finding.hint().isEmpty() ? "" : "\nTo mend it: " + finding.hint();
        return "::" + kind + " file=" + property(place.file()) + position + ",title="
                + property("Plumbline: " + finding.rule()) + "::" + data(finding.message() + see + hint);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
