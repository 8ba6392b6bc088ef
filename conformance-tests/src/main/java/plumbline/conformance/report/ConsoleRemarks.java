package plumbline.conformance.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import plumbline.conformance.Omission;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.result.Verdict;
import plumbline.finding.Finding;
import plumbline.text.PlainText;

/** Writes what neither passed nor failed: notes, ignored findings, and what was not checked. */
final class ConsoleRemarks {
    /** From here on, cases that were skipped for the same reason are told together. */
    private static final int MANY = 6;

    /** So many lines of a section are told, unless all are wanted. */
    private static final int MOST = 8;

    private final PrintWriter out;
    private final Looks.Detail detail;
    private final UnaryOperator<String> words;

    ConsoleRemarks(PrintWriter out, Looks.Detail detail, UnaryOperator<String> words) {
        this.out = out;
        this.detail = detail;
        this.words = words;
    }

    void write(Results results) {
        remarks("Not documented, but harmless (a failure where checks are strict):", results.remarks(Remark.Kind.NOTE));
        remarks("Ignored:", results.remarks(Remark.Kind.IGNORED));
        List<String> lines = new ArrayList<>();
        for (Omission omission : results.omissions()) {
            lines.add(
                    omission.operation() + "/" + omission.phase() + ": " + omission.what() + ": " + omission.reason());
        }
        lines.addAll(skipped(results));
        if (!results.idleChecks().isEmpty()) {
            lines.add("checks that had nothing to judge: " + String.join(", ", results.idleChecks()));
        }
        section("Not checked:", lines);
    }

    /** What is the same in answers of several statuses, each of which has a place in the contract, is one line. */
    private void remarks(String title, Map<Remark, Integer> remarks) {
        Map<String, Integer> answersByText = new LinkedHashMap<>();
        remarks.forEach((remark, answers) -> answersByText.merge(text(remark), answers, Integer::sum));
        List<String> lines = new ArrayList<>();
        answersByText.forEach(
                (text, answers) -> lines.add(text + ", in " + (answers == 1 ? "1 answer" : answers + " answers")));
        section(title, lines);
    }

    private static String text(Remark remark) {
        Finding finding = remark.finding();
        return remark.operation() + ": " + finding.check() + ": " + finding.message()
                + (remark.reason().isEmpty() ? "" : " (" + remark.reason() + ")");
    }

    private static List<String> skipped(Results results) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (CaseResult entry : results.entries()) {
            if (entry.outcome() == Verdict.Outcome.SKIPPED) {
                byReason.computeIfAbsent(entry.reason(), reason -> new ArrayList<>())
                        .add(entry.id());
            }
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, ids) -> {
            if (ids.size() < MANY) {
                ids.forEach(id -> lines.add(id + ": " + reason));
            } else {
                lines.add(ids.size() + " cases, such as " + ids.get(0) + ": " + reason);
            }
        });
        return lines;
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title);
            boolean isWhole = detail == Looks.Detail.VERBOSE || lines.size() <= MOST + 1;
            lines.stream()
                    .limit(isWhole ? lines.size() : MOST)
                    .forEach(line -> out.println("  " + PlainText.printable(line)));
            if (!isWhole) {
                out.println(words.apply("  and " + (lines.size() - MOST) + " more: see all with " + RunSetting.DETAIL));
            }
        }
    }
}
