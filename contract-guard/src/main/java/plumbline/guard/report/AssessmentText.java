package plumbline.guard.report;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.finding.Rule;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;

/** Writes findings for people, each with the line that it is about. */
final class AssessmentText {
    /** More of one rule than this are mostly one mistake, made often. */
    private static final int MOST_OF_A_RULE = 20;

    private final PrintWriter out;
    private final boolean color;

    AssessmentText(PrintWriter out, boolean color) {
        this.out = out;
        this.color = color;
    }

    void write(Assessment assessment) {
        Excerpts excerpts = new Excerpts(assessment.documents());
        Map<Rule, Integer> shown = new HashMap<>();
        Map<Rule, Integer> left = new LinkedHashMap<>();
        for (Finding finding : assessment.findings()) {
            boolean isShown = finding.severity() == Severity.ERROR
                    || shown.merge(finding.rule(), 1, Integer::sum) <= MOST_OF_A_RULE;
            if (isShown) {
                finding(finding, excerpts);
            } else {
                left.merge(finding.rule(), 1, Integer::sum);
            }
        }
        left.forEach(
                (rule, count) -> out.println("… and " + count + " more of " + rule + " (the other formats tell all)"));
        if (!assessment.findings().isEmpty()) {
            out.println();
        }
        assessment
                .silenced()
                .forEach((finding, silence) -> out.println("silenced " + finding.rule() + " at "
                        + finding.place().position() + " (" + silence.reason() + ")"));
        out.println(conclusion(assessment));
    }

    private void finding(Finding finding, Excerpts excerpts) {
        String position = finding.place().position();
        out.println(paint("1", position) + ": " + severity(finding.severity()) + " " + finding.rule() + ": "
                + finding.message());
        excerpts.of(finding.place()).forEach(line -> out.println("    " + line));
        if (!finding.place().pointer().isEmpty()) {
            out.println("    at #" + finding.place().pointer());
        }
        Place other = finding.other();
        if (other != null) {
            out.println("    see " + Objects.requireNonNull(other));
        }
        if (!finding.hint().isEmpty()) {
            out.println("    to mend it: " + finding.hint());
        }
        out.println();
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> paint("31", "error");
            case WARNING -> paint("33", "warning");
            case NOTE -> paint("36", "note");
        };
    }

    private String conclusion(Assessment assessment) {
        String subject = assessment.title()
                + (assessment.title().equals(assessment.document()) ? "" : " (" + assessment.document() + ")");
        String counts = java.util.Arrays.stream(Severity.values())
                .map(severity -> count(assessment.count(severity), severity))
                .collect(Collectors.joining(", "));
        String silenced = assessment.silenced().isEmpty()
                ? ""
                : ", " + assessment.silenced().size() + " silenced";
        boolean isSound = !assessment.hasAtLeast(Severity.WARNING);
        return (isSound ? paint("32", "Sound") : "Checked") + ": " + subject + ": " + counts + silenced;
    }

    private static String count(long number, Severity severity) {
        return number + " " + severity + (number == 1 ? "" : "s");
    }

    private String paint(String code, String text) {
        return color ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
