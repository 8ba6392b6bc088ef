package plumbline.guard.report;

import plumbline.finding.Finding;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.guard.Changelog;
import plumbline.text.PlainText;

/** Writes what has changed, and what is wrong, in Markdown, as for a pull request. */
final class ChangelogMarkdown {
    private final StringBuilder text = new StringBuilder();

    String of(Assessment assessment) {
        ChangelogOutline outline = new ChangelogOutline(assessment);
        line("# " + escaped(outline.title()));
        line("");
        if (outline.changelog().isOfChanges()) {
            line(outline.summary() + (outline.advice().isEmpty() ? "" : " " + escaped(outline.advice())));
            line("");
        }
        for (ChangelogOutline.Group group : outline.groups()) {
            line("## " + escaped(group.operations()));
            line("");
            group.entries().forEach(this::entry);
            line("");
        }
        if (outline.leftOut() > 0) {
            line("… and " + outline.leftOut() + " more changes.");
            line("");
        }
        findings(assessment, outline);
        return text.toString();
    }

    private void entry(Changelog.Entry entry) {
        String label = ChangelogOutline.label(entry.severity());
        line("- " + (label.isEmpty() ? "" : "**" + label.strip() + "** ") + escaped(entry.text()));
    }

    private void findings(Assessment assessment, ChangelogOutline outline) {
        boolean isHeaded = false;
        for (Finding finding : assessment.findings()) {
            if (finding.severity() == Severity.NOTE || finding.other() != null) {
                continue;
            }
            if (!isHeaded) {
                line("## " + (outline.changelog().isOfChanges() ? "In the document itself" : "Findings"));
                line("");
                isHeaded = true;
            }
            line("- **" + finding.severity() + "** `" + finding.rule() + "` at "
                    + escaped(finding.place().position()) + ": " + escaped(finding.message()));
        }
        if (!isHeaded && !outline.changelog().isOfChanges()) {
            line("Nothing is wrong.");
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** What comes from documents is text, and neither markup nor mentions. */
    private static String escaped(String line) {
        return PlainText.printable(line)
                .replaceAll("([\\\\`*_{}\\[\\]<>#|~!@])", "\\\\$1")
                .replace("\n", " ");
    }
}
