package plumbline.conformance.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Phase;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.OperationResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.report.results.SummaryTable;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Report.Counts;

/** Writes a report as one page that needs nothing else: no font, no network, and no script but for filtering. */
public final class HtmlReport {
    private static final String STYLE = "report.css";
    private static final String SCRIPT = "report.js";

    private final Results results;
    private final Html html;

    private HtmlReport(Results results, Html html) {
        this.results = results;
        this.html = html;
    }

    public static void write(Results results, Writer writer) {
        new HtmlReport(results, new Html(writer)).page();
    }

    private void page() {
        Report.Heading heading = results.heading();
        String script = resource(SCRIPT);
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                                + " script-src 'sha256-" + digest(script) + "'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", word() + ": " + heading.title() + " at " + heading.target())
                .raw("\n<style>\n" + resource(STYLE) + "</style>\n</head>\n<body>\n");
        header(heading);
        html.raw("<main>\n");
        HtmlCauses causes = new HtmlCauses(results, html);
        causes.write();
        matrix(causes.numbers());
        causes.others();
        new HtmlCoverage(results, html).write();
        new HtmlProof(results.extent().proof(), html).write();
        html.raw("</main>\n<footer><p>Written by Plumbline. Links lead to places in this page only.</p></footer>\n")
                .raw("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private void header(Report.Heading heading) {
        html.raw("<header>\n<p class=\"verdict " + tone() + "\">").text(word()).raw("</p>\n");
        html.element("h1", heading.title()).raw("\n<p>").element("code", heading.target());
        html.text(" held to ").element("code", heading.document());
        html.raw(", <time datetime=\"" + heading.start() + "\">")
                .text(heading.start().toString());
        html.raw("</time>")
                .text(", in "
                        + String.format(Locale.ROOT, "%.1f s", heading.elapsed().toMillis() / 1000.0))
                .raw("</p>\n");
        Counts counts = results.counts();
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("cases", Integer.toString(counts.total()));
        figures.put("passed", Integer.toString(counts.passed()));
        figures.put("failed", Integer.toString(counts.failed() + counts.broken()));
        figures.put("skipped", Integer.toString(counts.skipped()));
        if (results.extent().proof().constraints() > 0) {
            figures.put(
                    "promises proven",
                    results.extent().proof().proven() + " of "
                            + results.extent().proof().constraints());
        }
        figures.put("remarks", Integer.toString(results.remarks().size()));
        html.raw("<dl class=\"figures\">\n");
        figures.forEach((name, number) -> html.raw("<div class=\"" + name + "\">")
                .element("dt", name)
                .element("dd", number)
                .raw("</div>\n"));
        html.raw("</dl>\n");
        if (!results.extent().unanswered().operations().isEmpty()) {
            html.element("p class=\"note\"", results.extent().unanswered().text() + ".")
                    .raw("\n");
        }
        heading.notes().forEach(note -> html.element("p class=\"note\"", note).raw("\n"));
        html.raw("<nav aria-label=\"Parts of this report\"><ul>\n");
        List.of("causes", "matrix", "cases", "coverage", "remarks", "unchecked", "proof")
                .forEach(part -> html.raw("<li><a href=\"#" + part + "\">"
                        + ("unchecked".equals(part) ? "not checked" : "cases".equals(part) ? "other cases" : part)
                        + "</a></li>\n"));
        html.raw("</ul></nav>\n</header>\n");
    }

    private void matrix(Map<String, Integer> numbers) {
        html.raw("<section id=\"matrix\" aria-labelledby=\"matrix-title\">\n")
                .raw("<h2 id=\"matrix-title\">Operations by phases</h2>\n")
                .raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-title\">\n")
                .raw("<table>\n<thead><tr><th scope=\"col\">operation</th>");
        results.phases().forEach(phase -> html.element("th scope=\"col\"", phase.toString()));
        html.raw("<th scope=\"col\">statuses seen</th></tr></thead>\n<tbody>\n");
        Map<String, Integer> first = new LinkedHashMap<>();
        for (CaseResult entry : results.failures()) {
            first.putIfAbsent(key(entry.operation(), entry.phase()), numbers.get(entry.id()));
        }
        for (OperationResult row : results.rows()) {
            html.raw("<tr>").element("th scope=\"row\"", row.operation());
            results.phases().forEach(phase -> cell(row.counts(phase), first.get(key(row.operation(), phase))));
            List<String> statuses = new ArrayList<>();
            row.statuses().forEach(status -> statuses.add(Integer.toString(status)));
            html.element("td", String.join(" ", statuses)).raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static String key(String operation, Phase phase) {
        return phase + " " + operation;
    }

    private void cell(Counts counts, @Nullable Integer failure) {
        boolean bad = counts.failed() + counts.broken() > 0;
        String tone = bad ? "bad" : counts.passed() > 0 ? "good" : "none";
        html.raw("<td class=\"" + tone + "\">");
        boolean linked = failure != null;
        html.raw(linked ? "<a href=\"#failure-" + failure + "\">" : "")
                .text(SummaryTable.cell(counts))
                .raw(linked ? "</a>" : "")
                .raw("</td>");
    }

    private String word() {
        return switch (results.conclusion()) {
            case CONFORMS -> "Conforms";
            case ENDED_EARLY -> "Ended early";
            case VIOLATIONS -> "Does not conform";
            case NOTHING_CHECKED -> "Nothing was checked";
        };
    }

    private String tone() {
        return results.conclusion() == Report.Conclusion.CONFORMS ? "good" : "bad";
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
