package plumbline.conformance.report.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.result.Transcript;
import plumbline.finding.Finding;

/** Shows a case that failed: what was found, and what went over the wire, side by side. */
final class HtmlCase {
    /** From here on, exchanges would make the page too large to be quick. */
    private static final long MOST_OF_EXCHANGES = 1_000_000;

    /** From here on, nothing but the names of cases is told. */
    private static final long MOST_OF_FINDINGS = 1_400_000;

    private static final String IN_BODY = "body at ";

    private final Html html;

    HtmlCase(Html html) {
        this.html = html;
    }

    /** {@return what the filter looks at, as attributes} */
    static String attributes(CaseResult entry, String checks) {
        return "data-o=\"" + Html.escape(entry.operation()) + "\" data-p=\"" + entry.phase() + "\" data-c=\""
                + Html.escape(checks) + "\" data-s=\"" + entry.trace().status() + "\"";
    }

    /** {@return the checks that found something, with blanks between} */
    static String checks(CaseResult entry) {
        return String.join(
                " ", entry.findings().stream().map(Finding::check).distinct().toList());
    }

    /**
     * Writes a case.
     *
     * @param number its number among those that failed, from 1
     * @param told what needs not be told again, since it stands above
     */
    void write(CaseResult entry, int number, List<Finding> told) {
        html.raw("<article id=\"failure-" + number + "\" aria-labelledby=\"failure-title-" + number + "\" "
                        + attributes(entry, checks(entry)) + ">\n")
                .element("h3 id=\"failure-title-" + number + "\"", entry.id())
                .raw("\n");
        if (html.written() < MOST_OF_FINDINGS) {
            entry.findings().stream().filter(finding -> !told.contains(finding)).forEach(this::finding);
            exchange(entry);
            List<String> commands = entry.trace().reproduction();
            if (!commands.isEmpty()) {
                html.raw("<h4>Again</h4>\n")
                        .element("pre", String.join("\n", commands))
                        .raw("\n");
            }
        }
        html.raw("</article>\n");
    }

    void finding(Finding finding) {
        html.raw("<div class=\"finding\">\n<p><span class=\"check\">")
                .text(finding.check())
                .raw("</span> ");
        html.text(finding.message()).raw("</p>\n<dl>\n");
        term("expected", finding.expected());
        term("got", finding.actual());
        term("where", finding.location());
        finding.documented().ifPresent(place -> term("contract", place.toString()));
        term("mend", finding.hint());
        html.raw("</dl>\n</div>\n");
    }

    private void term(String name, String text) {
        if (!text.isEmpty()) {
            html.element("dt", name).element("dd", text).raw("\n");
        }
    }

    private void exchange(CaseResult entry) {
        Transcript transcript = entry.trace().details().transcript();
        if (transcript == null || html.written() > MOST_OF_EXCHANGES) {
            html.raw(
                            "<p>What went over the wire is not told here, since there is too much of it; run the case alone with ")
                    .element("code", entry.id())
                    .raw(" to see it.</p>\n");
            return;
        }
        html.raw("<div class=\"exchange\">\n");
        message("Request", transcript.request(), null);
        message("Response", transcript.response(), entry);
        html.raw("</div>\n");
    }

    private void message(String title, Transcript.Message message, @Nullable CaseResult answered) {
        html.raw("<div>\n").element("h4", title).raw("\n");
        if (message.head().isEmpty()) {
            html.raw("<p class=\"broken\">No whole response came.</p>\n</div>\n");
            return;
        }
        html.raw("<pre>");
        head(message.head(), answered);
        if (!message.body().isEmpty()) {
            html.raw("\n\n" + MarkedJson.html(message.body(), answered == null ? Set.of() : pointers(answered)));
        }
        html.raw("</pre>\n</div>\n");
    }

    private void head(String head, @Nullable CaseResult answered) {
        String separator = "";
        for (String line : head.split("\n", -1)) {
            boolean marked = answered != null && isBroken(line, separator.isEmpty(), answered);
            html.raw(separator + (marked ? "<mark>" : "")).text(line).raw(marked ? "</mark>" : "");
            separator = "\n";
        }
    }

    private static boolean isBroken(String line, boolean first, CaseResult entry) {
        return entry.findings().stream().map(Finding::location).anyMatch(location -> {
            if (first) {
                return "status".equals(location);
            }
            int colon = line.indexOf(':');
            return colon > 0 && location.equalsIgnoreCase("header '" + line.substring(0, colon) + "'");
        });
    }

    private static Set<String> pointers(CaseResult entry) {
        Set<String> pointers = new LinkedHashSet<>();
        for (Finding finding : entry.findings()) {
            if (finding.location().startsWith(IN_BODY)) {
                pointers.add(finding.location().substring(IN_BODY.length()));
            } else if ("body".equals(finding.location())) {
                pointers.add("");
            }
        }
        return pointers;
    }
}
