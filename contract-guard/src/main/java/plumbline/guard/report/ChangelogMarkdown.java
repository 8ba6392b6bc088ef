package plumbline.guard.report;

import java.util.List;
import plumbline.finding.Finding;
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
        findings(outline);
        return text.toString();
    }

    private void entry(Changelog.Entry entry) {
        String label = ChangelogOutline.label(entry.severity());
        line("- " + (label.isEmpty() ? "" : "**" + label.strip() + "** ") + escaped(entry.text()));
    }

    private void findings(ChangelogOutline outline) {
        List<Finding> findings = outline.findings();
        if (!findings.isEmpty()) {
            line("## " + (outline.changelog().isOfChanges() ? "In the document itself" : "Findings"));
            line("");
        } else if (!outline.changelog().isOfChanges()) {
            line("Nothing is wrong.");
        }
        for (Finding finding : findings) {
            line("- **" + finding.severity() + "** `" + finding.rule() + "` at "
                    + escaped(finding.place().position()) + ": " + escaped(finding.message()));
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
