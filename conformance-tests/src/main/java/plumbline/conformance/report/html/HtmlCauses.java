package plumbline.conformance.report.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.conformance.report.causes.Cause;
import plumbline.conformance.report.causes.CauseText;
import plumbline.conformance.report.causes.Causes;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Verdict;
import plumbline.finding.Finding;

/** Shows why cases failed, each cause with its cases under it, and all other cases on demand. */
final class HtmlCauses {
    /** So many causes are unfolded to begin with. */
    private static final int MOST_OPEN = 5;

    /** From here on, other cases would make the page too large to be quick. */
    private static final long MOST_OF_CASES = 1_800_000;

    private final Results results;
    private final Html html;
    private final HtmlCase cases;
    private final Map<String, CaseResult> failures = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    HtmlCauses(Results results, Html html) {
        this.results = results;
        this.html = html;
        this.cases = new HtmlCase(html);
        results.failures().forEach(entry -> failures.put(entry.id(), entry));
    }

    /** {@return the numbers of the failures that were written, by the ids of their cases} */
    Map<String, Integer> numbers() {
        return Map.copyOf(numbers);
    }

    void write() {
        List<Cause> causes = Causes.of(results);
        html.raw("<section id=\"causes\" aria-labelledby=\"causes-title\">\n")
                .element("h2 id=\"causes-title\"", "Causes (" + causes.size() + ")")
                .raw("\n");
        filter();
        if (causes.isEmpty()) {
            html.raw("<p>Nothing failed.</p>\n");
        }
        for (int i = 0; i < causes.size(); i++) {
            cause(causes.get(i), i < MOST_OPEN);
        }
        html.raw("</section>\n");
    }

    /** Nobody sees it without the script that it needs. */
    private void filter() {
        html.raw("<form id=\"filter\" hidden aria-label=\"Filter\">\n");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("o", "operation");
        fields.put("p", "phase");
        fields.put("c", "check");
        fields.put("s", "status");
        fields.forEach((key, name) -> html.raw(
                "<label>" + name + " <select name=\"" + key + "\"><option value=\"\">all</option></select></label>\n"));
        html.raw("<label>text <input name=\"t\" type=\"search\"></label>\n<output></output>\n</form>\n");
    }

    private void cause(Cause cause, boolean isOpen) {
        html.raw("<details class=\"cause\" id=\"" + cause.id() + "\"" + (isOpen ? " open" : "") + ">\n<summary>")
                .element("span class=\"check\"", cause.id().toString())
                .raw(" ")
                .element("strong", cause.finding().message())
                .raw(" ")
                .element("span class=\"quiet\"", CauseText.heading(cause))
                .raw("</summary>\n");
        cases.finding(cause.finding());
        if (!cause.followers().isEmpty()) {
            String followers = cause.followers().stream()
                    .map(follower -> follower.check() + ": " + follower.message())
                    .collect(Collectors.joining("; "));
            html.element("p", "So, too: " + followers).raw("\n");
        }
        html.raw("<p>To live with it, in plumbline.yaml:</p>\n")
                .element("pre class=\"ignore\"", "ignore:\n  " + cause.ignoreEntry())
                .raw("\n");
        failure(cause.example(), List.of(cause.finding()));
        List<CaseResult> others = cause.cases().stream()
                .filter(id -> !id.equals(cause.example().id()))
                .flatMap(id -> Optional.ofNullable(failures.get(id)).stream())
                .toList();
        if (!others.isEmpty()) {
            html.raw("<details class=\"cases\"><summary>")
                    .text(Cause.counted(others.size(), "other case"))
                    .raw("</summary>\n");
            others.forEach(other -> failure(other, List.of()));
            html.raw("</details>\n");
        }
        html.raw("</details>\n");
    }

    /** A case that fails for two causes is told in full under the first. */
    private void failure(CaseResult entry, List<Finding> told) {
        Integer known = numbers.get(entry.id());
        if (known != null) {
            html.raw("<p " + HtmlCase.attributes(entry, HtmlCase.checks(entry)) + "><a href=\"#failure-" + known
                            + "\">")
                    .text(entry.id())
                    .raw("</a> fails for this, too.</p>\n");
            return;
        }
        int number = numbers.size() + 1;
        numbers.put(entry.id(), number);
        cases.write(entry, number, told);
    }

    /** Writes the cases that did not fail. */
    void others() {
        List<CaseResult> others = results.entries().stream()
                .filter(entry -> entry.findings().isEmpty())
                .toList();
        html.raw("<section id=\"cases\" aria-labelledby=\"cases-title\">\n")
                .raw("<h2 id=\"cases-title\">Other cases</h2>\n");
        list(others, Verdict.Outcome.PASSED, "passed");
        list(others, Verdict.Outcome.SKIPPED, "skipped");
        html.raw("</section>\n");
    }

    private void list(List<CaseResult> others, Verdict.Outcome outcome, String name) {
        List<CaseResult> entries =
                others.stream().filter(entry -> entry.outcome() == outcome).toList();
        html.raw("<details class=\"" + name + "\"><summary>")
                .text(entries.size() + " " + name)
                .raw("</summary>\n<ul>\n");
        int told = 0;
        for (CaseResult entry : entries) {
            if (html.written() > MOST_OF_CASES) {
                break;
            }
            told++;
            html.raw("<li " + HtmlCase.attributes(entry, "") + ">").text(entry.id());
            html.text(entry.trace().status() == 0 ? "" : " (" + entry.trace().status() + ")")
                    .text(entry.reason().isEmpty() ? "" : ": " + entry.reason())
                    .raw("</li>\n");
        }
        html.raw("</ul>\n");
        if (told < entries.size()) {
            html.element("p", "And " + (entries.size() - told) + " more, which the JSON report tells.");
        }
        html.raw("</details>\n");
    }
}
