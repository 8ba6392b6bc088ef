package plumbline.conformance.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.ExchangeText;
import plumbline.conformance.result.Verdict;
import plumbline.finding.Finding;
import plumbline.text.PlainText;

/** Writes what is wrong with a case, for people. */
public final class FailureText {
    private FailureText() {}

    /** {@return the findings of a verdict and how to see them again, in lines} */
    public static List<String> lines(Verdict verdict) {
        return lines(CaseResult.of(verdict));
    }

    static List<String> lines(CaseResult entry) {
        return lines(entry, new HashSet<>());
    }

    /**
     * {@return the same, with one line for each finding that has been told before}
     *
     * @param told the findings that have been told, without what came; is added to
     */
    static List<String> lines(CaseResult entry, Set<Finding> told) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : entry.findings()) {
            if (!told.add(finding.withoutActual())) {
                lines.add(named(finding) + " (as above)");
                continue;
            }
            lines.add(named(finding));
            add(lines, "cause", CauseId.of(finding).toString());
            add(lines, "expected", finding.expected());
            add(lines, "got", finding.actual());
            if (!finding.message().contains(finding.location())) {
                add(lines, "where", finding.location());
            }
            finding.documented().ifPresent(place -> add(lines, "contract", place.toString()));
            add(lines, "mend", finding.hint());
        }
        add(lines, "sent", ExchangeText.sent(entry));
        add(lines, "answer", ExchangeText.answered(entry));
        List<String> commands = entry.trace().reproduction();
        for (int i = 0; i < commands.size(); i++) {
            add(lines, i < commands.size() - 1 ? "first" : "again", commands.get(i));
        }
        return lines;
    }

    private static String named(Finding finding) {
        return finding.check() + ": " + PlainText.printable(finding.message());
    }

    private static void add(List<String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(String.format("  %-9s %s", label, PlainText.printable(text)));
        }
    }
}
