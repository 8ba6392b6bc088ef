package plumbline.conformance.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import plumbline.conformance.Remark;
import plumbline.conformance.Report;
import plumbline.conformance.Report.Counts;
import plumbline.conformance.RunSetting;
import plumbline.conformance.Verdict;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.ProofText;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.report.results.SummaryTable;
import plumbline.finding.Finding;
import plumbline.text.TerminalWriter;

/** Writes a run for people: a line for each case or a progress line, a block for each failure, and a summary. */
public final class ConsoleWriter {
    private static final int BAR = 20;

    private final TerminalWriter out;
    private final Looks looks;
    private final UnaryOperator<String> words;
    private int total;
    private final Set<Finding> told = new HashSet<>();
    private int done;

    public ConsoleWriter(PrintWriter out, Looks looks) {
        this(out, looks, UnaryOperator.identity());
    }

    /**
     * A writer for a door with words of its own.
     *
     * @param words what it calls the settings that messages advise to, see {@link RunSetting#called}
     */
    public ConsoleWriter(PrintWriter out, Looks looks, UnaryOperator<String> words) {
        this.out = TerminalWriter.on(out);
        this.looks = looks;
        this.words = words;
    }

    /**
     * What the output is fit for.
     *
     * @param progress whether a line can be written over, as on a terminal
     * @param color whether it can be in color
     * @param proof whether all that is not proven is wanted
     */
    public record Looks(boolean progress, boolean color, boolean proof) {
        public Looks(boolean progress, boolean color) {
            this(progress, color, false);
        }

        /** {@return the same with all that is not proven, or without} */
        public Looks withProof(boolean wanted) {
            return new Looks(progress, color, wanted);
        }
    }

    /** Writes what is about to be tested. */
    public void begin(String what, int cases, List<String> notes) {
        total = cases;
        out.println(what);
        notes.forEach(note -> out.println(words.apply(note)));
        out.println();
        out.flush();
    }

    /** Writes one verdict. */
    public void verdict(Verdict reached) {
        Verdict verdict = reached.told(words);
        done++;
        boolean bad = !verdict.findings().isEmpty();
        if (looks.progress()) {
            out.eraseLine();
        }
        if (bad || !looks.progress()) {
            line(verdict);
        }
        if (bad) {
            FailureText.lines(CaseResult.of(verdict), told).forEach(line -> out.println("        " + line));
        }
        if (looks.progress() && done < total) {
            out.print(bar() + " " + done + "/" + total + " " + verdict.subject().id());
        }
        out.flush();
    }

    private String bar() {
        int full = BAR * done / Math.max(1, total);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private void line(Verdict verdict) {
        switch (verdict.outcome()) {
            case PASSED -> paint("32", "ok    ");
            case FAILED -> paint("31", "FAILED");
            case BROKEN -> paint("31", "BROKEN");
            case SKIPPED -> paint("33", "skip  ");
        }
        out.println("  " + verdict.subject().id());
    }

    /** Writes the summary. */
    public void end(Report report) {
        out.println();
        summary(Results.of(report.told(words)));
    }

    /** Writes the summary of one run or several. */
    public void summary(Results results) {
        new SummaryTable(results).lines().forEach(out::println);
        new ConsoleRemarks(out).write(results);
        if (results.extent().proof().constraints() > 0) {
            out.println();
            ProofText.lines(results.extent().proof(), looks.proof()).forEach(line -> out.println(words.apply(line)));
        }
        out.println();
        results.heading().warnings().forEach(out::println);
        conclude(results);
        out.flush();
    }

    private void conclude(Results results) {
        Counts counts = results.counts();
        int ignored = results.remarks(Remark.Kind.IGNORED).size();
        String figures = counts.passed() + " passed, " + (counts.failed() + counts.broken()) + " failed, "
                + counts.skipped() + " skipped" + (ignored == 0 ? "" : ", " + ignored + " ignored") + " in "
                + seconds(results.heading().elapsed());
        List<String> vain = results.extent().unanswered().operations();
        String unanswered = results.extent().unanswered().text();
        switch (results.conclusion()) {
            case CONFORMS -> {
                paint(vain.isEmpty() ? "32" : "33", "Conforms");
                out.println((vain.isEmpty() ? "" : ", but " + unanswered) + ": " + figures);
            }
            case VIOLATIONS -> {
                paint("31", "Does not conform");
                out.println(": " + figures + " (" + String.join(", ", checks(results)) + ")"
                        + (vain.isEmpty() ? "" : "; " + unanswered));
            }
            case NOTHING_CHECKED -> {
                paint("31", "Nothing was checked");
                out.println(": no request was answered with success; " + figures);
            }
        }
    }

    /** The names of what is wrong; a run may also fail for what was never answered with success. */
    private static List<String> checks(Results results) {
        List<String> checks = new ArrayList<>(results.failures().stream()
                .flatMap(entry -> entry.findings().stream())
                .map(Finding::check)
                .distinct()
                .toList());
        if (results.extent().unanswered().isFailure()) {
            checks.add(Report.Unanswered.REQUIRED);
        }
        return checks;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private void paint(String color, String text) {
        if (looks.color()) {
            out.colored(color, text);
        } else {
            out.print(text);
        }
    }
}
