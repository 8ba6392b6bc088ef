package plumbline.conformance.report.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Transcript;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.finding.Finding;

/** Shows what failed: what was found, and what went over the wire, side by side. */
final class HtmlFailures {
    /** Nobody reads more on a page; the JSON report has them all. */
    static final int MOST = 500;

    private static final String IN_BODY = "body at ";

    private final Results results;
    private final Html html;

    HtmlFailures(Results results, Html html) {
        this.results = results;
        this.html = html;
    }

    void write() {
        List<CaseResult> failures = results.failures();
        html.raw("<section id=\"failures\" aria-labelledby=\"failures-title\">\n")
                .element("h2 id=\"failures-title\"", "Failures (" + failures.size() + ")")
                .raw("\n");
        if (failures.isEmpty()) {
            html.raw("<p>None.</p>\n");
        }
        for (int i = 0; i < Math.min(MOST, failures.size()); i++) {
            failure(failures.get(i), i + 1);
        }
        if (failures.size() > MOST) {
            html.element("p", "And " + (failures.size() - MOST) + " more, which the JSON report tells.");
        }
        html.raw("</section>\n");
    }

    private void failure(CaseResult entry, int number) {
        html.raw("<article id=\"failure-" + number + "\" aria-labelledby=\"failure-title-" + number + "\">\n")
                .element("h3 id=\"failure-title-" + number + "\"", entry.id())
                .raw("\n");
        entry.findings().forEach(this::finding);
        Transcript transcript = entry.trace().details().transcript();
        if (transcript == null) {
            html.raw("<p>What went over the wire was not kept, since there is too much of it; run the case alone with ")
                    .element("code", entry.id())
                    .raw(" to see it.</p>\n");
        } else {
            html.raw("<div class=\"exchange\">\n");
            message("Request", transcript.request(), null);
            message("Response", transcript.response(), entry);
            html.raw("</div>\n");
        }
        if (!entry.trace().reproduction().isEmpty()) {
            html.raw("<h4>Again</h4>\n")
                    .element("pre", String.join("\n", entry.trace().reproduction()))
                    .raw("\n");
        }
        html.raw("</article>\n");
    }

    private void finding(Finding finding) {
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
