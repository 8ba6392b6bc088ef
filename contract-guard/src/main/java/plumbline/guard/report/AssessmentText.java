package plumbline.guard.report;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.finding.Rule;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.guard.rules.GuardRule;
import plumbline.text.TerminalWriter;

/** Writes findings for people, each with the line that it is about. */
final class AssessmentText {
    /** More of one rule than this are mostly one mistake, made often. */
    private static final int MOST_OF_A_RULE = 20;

    /** Notes that say what was done, and not what the document is like. */
    private static final Set<String> OF_THE_CHECK = Stream.of(
                    GuardRule.UNJUDGED, GuardRule.NOT_COMPARED, GuardRule.DOCUMENT_ADDED, GuardRule.BASELINE_OUTDATED)
            .map(rule -> rule.rule().id())
            .collect(Collectors.toUnmodifiableSet());

    private final TerminalWriter out;
    private final Telling telling;
    private Place lastPlace = Place.NOWHERE;
    private String lastHint = "";

    AssessmentText(PrintWriter out, Telling telling) {
        this.out = TerminalWriter.on(out);
        this.telling = telling;
    }

    void write(Assessment assessment) {
        Excerpts excerpts = new Excerpts(assessment.documents());
        Map<Rule, Integer> shown = new HashMap<>();
        Map<Rule, Integer> left = new LinkedHashMap<>();
        List<Finding> told = assessment.findings().stream().filter(this::isTold).toList();
        for (Finding finding : told) {
            boolean isShown = shown.merge(finding.rule(), 1, Integer::sum) <= MOST_OF_A_RULE;
            if (isShown) {
                finding(finding, excerpts);
            } else if (finding.severity() == Severity.ERROR) {
                heading(finding);
            } else {
                left.merge(finding.rule(), 1, Integer::sum);
            }
        }
        left.forEach(
                (rule, count) -> out.println("… and " + count + " more of " + rule + " (the other formats tell all)"));
        if (!told.isEmpty()) {
            out.println();
        }
        assessment
                .silenced()
                .forEach((finding, silence) -> out.println("silenced " + finding.rule() + " at "
                        + finding.place().position() + " (" + silence.reason() + ")"));
        if (assessment.changelog().isOfChanges()) {
            out.println("Since " + assessment.changelog().since() + ": " + new ChangelogOutline(assessment).summary());
        }
        conclude(assessment);
    }

    private boolean isTold(Finding finding) {
        return telling.notes()
                || finding.severity() != Severity.NOTE
                || OF_THE_CHECK.contains(finding.rule().id());
    }

    private void heading(Finding finding) {
        String position = finding.place().position();
        paint("1", position);
        out.print(": ");
        paint(color(finding.severity()), finding.severity().toString());
        out.println(" " + finding.rule() + ": " + finding.message());
    }

    /** What is the same as of the finding before is not told again. */
    private void finding(Finding finding, Excerpts excerpts) {
        heading(finding);
        if (!finding.place().equals(lastPlace)) {
            place(finding.place(), excerpts);
        }
        Place other = finding.other();
        if (other != null) {
            out.println("    see " + Objects.requireNonNull(other));
        }
        if (!finding.hint().isEmpty() && !finding.hint().equals(lastHint)) {
            out.println("    to mend it: " + finding.hint());
        }
        out.println();
        lastPlace = finding.place();
        lastHint = finding.hint();
    }

    private void place(Place place, Excerpts excerpts) {
        excerpts.of(place).forEach(line -> out.println("    " + line));
        if (!place.pointer().isEmpty()) {
            out.println("    at #" + place.pointer());
        }
    }

    private static String color(Severity severity) {
        return switch (severity) {
            case ERROR -> "31";
            case WARNING -> "33";
            case NOTE -> "36";
        };
    }

    private void conclude(Assessment assessment) {
        String subject = assessment.title()
                + (assessment.title().equals(assessment.document()) ? "" : " (" + assessment.document() + ")");
        String counts = java.util.Arrays.stream(Severity.values())
                .map(severity -> count(assessment.count(severity), severity))
                .collect(Collectors.joining(", "));
        String silenced = assessment.silenced().isEmpty()
                ? ""
                : ", " + assessment.silenced().size() + " silenced";
        boolean isSound = !assessment.hasAtLeast(Severity.WARNING);
        if (isSound) {
            paint("32", "Sound");
        } else {
            out.print("Checked");
        }
        boolean isHiding = !assessment.findings().stream().allMatch(this::isTold);
        out.println(": " + subject + ": " + counts + silenced
                + (isHiding ? " (" + telling.means() + " tells the notes)" : ""));
    }

    private static String count(long number, Severity severity) {
        return number + " " + severity + (number == 1 ? "" : "s");
    }

    private void paint(String code, String text) {
        if (telling.color()) {
            out.colored(code, text);
        } else {
            out.print(text);
        }
    }
}
