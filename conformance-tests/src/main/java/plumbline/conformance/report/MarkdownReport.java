package plumbline.conformance.report;

import java.util.List;
import plumbline.conformance.report.causes.Cause;
import plumbline.conformance.report.causes.CauseText;
import plumbline.conformance.report.causes.Causes;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report.Counts;
import plumbline.text.PlainText;

/** Writes a summary in Markdown as GitHub reads it, short enough for a comment. */
final class MarkdownReport {
    private static final int MOST_CAUSES = 20;
    private static final int LONGEST_LINE = 1_000;

    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        MarkdownReport report = new MarkdownReport(results);
        report.write();
        return report.text.toString();
    }

    private void write() {
        Counts counts = results.counts();
        List<Cause> causes = Causes.of(results);
        int failed = counts.failed() + counts.broken();
        line("## Plumbline: " + escaped(results.heading().title()) + " " + conclusion());
        line("");
        line((failed == 0
                        ? ""
                        : "**" + Cause.counted(failed, "case") + " failed for " + Cause.counted(causes.size(), "cause")
                                + "**, ")
                + counts.passed() + " passed, " + counts.skipped() + " skipped: "
                + code(results.heading().target())
                + " held to " + code(results.heading().document()) + ".");
        if (!results.extent().unanswered().operations().isEmpty()) {
            line("");
            line(escaped(results.extent().unanswered().text()) + ".");
        }
        table(causes);
        causes.stream().limit(MOST_CAUSES).forEach(this::details);
        results.heading().notes().forEach(note -> line("\n> " + escaped(note)));
    }

    private String conclusion() {
        return switch (results.conclusion()) {
            case CONFORMS -> "conforms";
            case VIOLATIONS -> "does not conform";
            case ENDED_EARLY -> "was not checked to the end";
            case NOTHING_CHECKED -> "was not checked: no request was answered with success";
        };
    }

    private void table(List<Cause> causes) {
        if (causes.isEmpty()) {
            return;
        }
        line("");
        line("| Cause | Cases | Operations | What is wrong |");
        line("|---|---:|---:|---|");
        for (Cause cause : causes.subList(0, Math.min(MOST_CAUSES, causes.size()))) {
            line("| " + code(cause.id().toString()) + " | " + cause.cases().size() + " | "
                    + cause.operations().size() + " | "
                    + escaped(cause.finding().message()) + " |");
        }
        if (causes.size() > MOST_CAUSES) {
            line("");
            line("And " + Cause.counted(causes.size() - MOST_CAUSES, "cause") + " more.");
        }
    }

    private void details(Cause cause) {
        line("");
        line("<details><summary><code>" + cause.id() + "</code> " + html(CauseText.heading(cause)) + "</summary>");
        line("");
        List<String> lines = CauseText.lines(cause);
        String fence = fence(lines);
        line(fence + "text");
        lines.forEach(line -> line(PlainText.excerpt(line, LONGEST_LINE)));
        line(fence);
        line("");
        line("</details>");
    }

    /** A fence that is longer than any in the text. */
    private static String fence(List<String> lines) {
        StringBuilder fence = new StringBuilder("```");
        while (lines.stream().anyMatch(line -> line.contains(fence))) {
            fence.append('`');
        }
        return fence.toString();
    }

    private static String code(String text) {
        return "<code>" + html(text) + "</code>";
    }

    private static String escaped(String text) {
        return html(PlainText.excerpt(text, LONGEST_LINE)).replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1");
    }

    private static String html(String text) {
        return PlainText.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("|", "&#124;")
                .replace("@", "&#64;");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
