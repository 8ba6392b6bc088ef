package plumbline.conformance.report.html;

import java.util.List;
import plumbline.conformance.report.results.ProofText;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Unproven;

/** Shows how much of the contract the checks have been seen to guard, by keyword and by reason. */
final class HtmlProof {
    private final Proof proof;
    private final Html html;

    HtmlProof(Proof proof, Html html) {
        this.proof = proof;
        this.html = html;
    }

    void write() {
        html.raw("<section id=\"proof\" aria-labelledby=\"proof-title\">\n")
                .raw("<h2 id=\"proof-title\">Proof: would it notice?</h2>\n");
        if (proof.aspects().isEmpty()) {
            html.raw("<p>Nothing was tried.</p>\n</section>\n");
            return;
        }
        html.raw("<p>Right answers of this run were broken in memory, promise by promise, and judged again. Proven: ")
                .text(proof.summary())
                .raw(".</p>\n");
        tallies();
        ProofText.groups(proof.unproven()).forEach(this::group);
        if (!proof.idle().isEmpty()) {
            html.raw("<h3>Not counted</h3>\n");
            ProofText.groups(proof.idle()).forEach(this::group);
        }
        html.raw("</section>\n");
    }

    private void tallies() {
        html.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"proof-title\">\n<table>\n")
                .raw("<thead><tr><th scope=\"col\">about</th><th scope=\"col\">constraints</th>")
                .raw("<th scope=\"col\">proven</th></tr></thead>\n<tbody>\n");
        proof.tallies().forEach((aspect, tally) -> {
            boolean isWhole = tally.proven() == tally.constraints();
            html.raw("<tr>").element("th scope=\"row\"", aspect);
            html.element("td", Integer.toString(tally.constraints()));
            html.element("td class=\"" + (isWhole ? "good" : "none") + "\"", Integer.toString(tally.proven()))
                    .raw("</tr>\n");
        });
        html.raw("</tbody>\n</table>\n</div>\n");
    }

    private void group(String heading, List<Unproven> group) {
        html.raw("<details open><summary>")
                .text(heading + " (" + group.size() + ")")
                .raw("</summary>\n<ul>\n");
        group.forEach(one -> html.raw("<li>")
                .text(one.text())
                .raw(" ")
                .element("code", one.place())
                .raw("</li>\n"));
        html.raw("</ul>\n</details>\n");
    }
}
