package plumbline.conformance.report.html;

import java.util.List;
import java.util.Map;
import plumbline.conformance.Omission;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.OperationCoverage;
import plumbline.conformance.result.Remark;
import plumbline.finding.Finding;

/** Shows how much of the contract was reached, what was remarked, and what was not checked. */
final class HtmlCoverage {
    private final Results results;
    private final Html html;

    HtmlCoverage(Results results, Html html) {
        this.results = results;
        this.html = html;
    }

    void write() {
        coverage();
        remarks();
        unchecked();
    }

    private void coverage() {
        open("coverage", "Coverage of the contract");
        html.raw("<p>What the contract documents, and whether the run has sent or seen it: ")
                .raw("<span class=\"reached\">reached</span>, <span class=\"missed\">not reached</span>.</p>\n")
                .raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"coverage-title\">\n")
                .raw("<table>\n<thead><tr><th scope=\"col\">operation</th><th scope=\"col\">parameters</th>")
                .raw("<th scope=\"col\">statuses</th><th scope=\"col\">media types</th></tr></thead>\n<tbody>\n");
        for (OperationCoverage reach : results.extent().reached()) {
            html.raw("<tr>").raw("<th scope=\"row\">").text(reach.operation()).raw("<br>");
            html.element("small", reach.title()).raw("</th>");
            for (OperationCoverage.Kind kind : List.of(
                    OperationCoverage.Kind.PARAMETER,
                    OperationCoverage.Kind.STATUS,
                    OperationCoverage.Kind.MEDIA_TYPE)) {
                parts(reach.parts().stream().filter(part -> part.kind() == kind).toList());
            }
            html.raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private void parts(List<OperationCoverage.Part> parts) {
        long reached = parts.stream().filter(OperationCoverage.Part::reached).count();
        html.raw("<td>");
        if (!parts.isEmpty()) {
            html.text(reached + " of " + parts.size()).raw("<ul>");
            parts.forEach(part -> html.raw("<li class=\"" + (part.reached() ? "reached" : "missed") + "\">")
                    .text(part.name())
                    .raw(part.reached() ? "</li>" : " <span class=\"quiet\">(not reached)</span></li>"));
            html.raw("</ul>");
        }
        html.raw("</td>");
    }

    private void remarks() {
        open("remarks", "Remarks");
        list("Not documented, but harmless", results.remarks(Remark.Kind.NOTE));
        list("Ignored", results.remarks(Remark.Kind.IGNORED));
        if (results.remarks().isEmpty()) {
            html.raw("<p>None.</p>\n");
        }
        html.raw("</section>\n");
    }

    private void list(String title, Map<Remark, Integer> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        html.element("h3", title).raw("\n<ul>\n");
        remarks.forEach((remark, answers) -> {
            Finding finding = remark.finding();
            html.raw("<li>").element("strong", remark.operation()).text(" ");
            html.raw("<span class=\"check\">")
                    .text(finding.check())
                    .raw("</span> ")
                    .text(finding.message());
            html.text(remark.reason().isEmpty() ? "" : " – " + remark.reason())
                    .text(" (" + answers + (answers == 1 ? " answer)" : " answers)"))
                    .raw("</li>\n");
        });
        html.raw("</ul>\n");
    }

    private void unchecked() {
        open("unchecked", "Not checked");
        html.raw("<ul>\n");
        for (Omission omission : results.omissions()) {
            item(omission.operation() + "/" + omission.phase() + ": " + omission.what(), omission.reason());
        }
        results.idleChecks().forEach(check -> item("check " + check, "no answer gave it anything to judge"));
        html.raw("</ul>\n</section>\n");
    }

    private void item(String what, String reason) {
        html.raw("<li>").element("strong", what).text(": " + reason).raw("</li>\n");
    }

    private void open(String id, String title) {
        html.raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n")
                .element("h2 id=\"" + id + "-title\"", title)
                .raw("\n");
    }
}
