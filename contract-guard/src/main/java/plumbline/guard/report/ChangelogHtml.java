package plumbline.guard.report;

import plumbline.finding.Finding;
import plumbline.guard.Assessment;
import plumbline.guard.Changelog;
import plumbline.text.PlainText;

/** Writes what has changed, and what is wrong, as a page that needs nothing else. */
final class ChangelogHtml {
    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            h2 { font-size: 1.1rem; font-family: ui-monospace, monospace; margin-top: 2rem }
            .error strong { color: #b00020 } .warning strong { color: #8a5300 }
            @media (prefers-color-scheme: dark) {
              body { background: #16181d; color: #e6e6e6 }
              .error strong { color: #ff8a80 } .warning strong { color: #ffc46b }
            }
            """;

    private final StringBuilder text = new StringBuilder();

    String of(Assessment assessment) {
        ChangelogOutline outline = new ChangelogOutline(assessment);
        line("<!DOCTYPE html>");
        line("<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(outline.title()) + "</title>");
        line("<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE + "</style></head><body>");
        line("<h1>" + escaped(outline.title()) + "</h1>");
        if (outline.changelog().isOfChanges()) {
            line("<p>" + escaped(outline.summary() + " " + outline.advice()) + "</p>");
        }
        for (ChangelogOutline.Group group : outline.groups()) {
            line("<h2>" + escaped(group.operations()) + "</h2><ul>");
            group.entries().forEach(this::entry);
            line("</ul>");
        }
        if (outline.leftOut() > 0) {
            line("<p>… and " + outline.leftOut() + " more changes.</p>");
        }
        findings(outline);
        line("</body></html>");
        return text.toString();
    }

    private void entry(Changelog.Entry entry) {
        line("<li class=\"" + entry.severity() + "\"><strong>" + ChangelogOutline.label(entry.severity()) + "</strong>"
                + escaped(entry.text()) + "</li>");
    }

    private void findings(ChangelogOutline outline) {
        line("<h2>In the document itself</h2><ul>");
        for (Finding finding : outline.findings()) {
            line("<li class=\"" + finding.severity() + "\"><strong>" + finding.severity() + "</strong> <code>"
                    + finding.rule() + "</code> at "
                    + escaped(finding.place().position()) + ": "
                    + escaped(finding.message()) + "</li>");
        }
        line("</ul>");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String escaped(String value) {
        return PlainText.printable(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
