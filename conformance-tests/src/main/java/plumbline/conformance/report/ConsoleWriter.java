package plumbline.conformance.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import plumbline.conformance.report.Looks.Detail;
import plumbline.conformance.report.causes.Cause;
import plumbline.conformance.report.causes.CauseText;
import plumbline.conformance.report.causes.Causes;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.ProofText;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.report.results.SummaryTable;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Report.Counts;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.result.Verdict;
import plumbline.finding.Finding;
import plumbline.text.PlainText;
import plumbline.text.TerminalWriter;

/** Writes a run for people: how far it is, what else must be known, what is wrong by its causes, and the verdict. */
public final class ConsoleWriter {
    private static final int MOST_ROWS = 12;

    private final TerminalWriter out;
    private final Looks looks;
    private final UnaryOperator<String> words;
    private final ProgressLine progress;
    private final Set<Finding> told = new HashSet<>();
    private final Set<String> notes = new HashSet<>();

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
        this.progress = new ProgressLine(this.out, looks, InstantSource.system());
    }

    /** Writes what is about to be tested. */
    public void begin(String what, int cases, List<String> before) {
        progress.begin(cases);
        if (looks.detail() == Detail.QUIET) {
            return;
        }
        out.println(what);
        before.stream().map(words).filter(notes::add).forEach(out::println);
        out.println();
        out.flush();
    }

    /** Shows how far the run is, and one verdict, if all are wanted. */
    public void verdict(Verdict reached) {
        progress.erase();
        if (looks.detail() == Detail.VERBOSE) {
            Verdict verdict = reached.told(words);
            line(verdict);
            if (!verdict.findings().isEmpty()) {
                FailureText.lines(CaseResult.of(verdict), told).forEach(line -> out.println("        " + line));
            }
            out.flush();
        }
        if (looks.detail() != Detail.QUIET || looks.progress()) {
            progress.add(reached);
        }
    }

    private void line(Verdict verdict) {
        switch (verdict.outcome()) {
            case PASSED -> paint("32", "ok    ");
            case FAILED -> paint("31", "FAILED");
            case BROKEN -> paint("31", "BROKEN");
            case SKIPPED -> paint("33", "skip  ");
        }
        out.println("  " + PlainText.printable(verdict.subject().id()));
    }

    /** Writes the summary. */
    public void end(Report report) {
        if (looks.detail() == Detail.VERBOSE) {
            out.println();
        }
        summary(Results.of(report.told(words)));
    }

    /** Writes the summary of one run or several. */
    public void summary(Results results) {
        if (looks.detail() != Detail.QUIET) {
            table(results);
            new ConsoleRemarks(out, looks.detail(), words).write(results);
            proof(results);
            List<String> fresh = results.heading().notes().stream()
                    .map(words)
                    .filter(notes::add)
                    .toList();
            if (!fresh.isEmpty()) {
                out.println();
                fresh.forEach(note -> out.println(PlainText.printable(note)));
            }
            out.println();
        } else {
            results.heading().warnings().stream().map(words).forEach(out::println);
        }
        List<Cause> causes = Causes.of(results);
        causes.forEach(this::cause);
        conclude(results, causes);
        out.flush();
    }

    private void table(Results results) {
        if (looks.detail() == Detail.VERBOSE || results.rows().size() <= MOST_ROWS) {
            new SummaryTable(results).lines().forEach(line -> out.println(PlainText.printable(line)));
            return;
        }
        Set<String> bad = new LinkedHashSet<>();
        results.failures().forEach(entry -> bad.add(entry.operation()));
        out.println(words.apply(Cause.counted(results.rows().size(), "operation") + ", of which " + bad.size()
                + " failed: see each with " + RunSetting.DETAIL));
    }

    private void proof(Results results) {
        if (results.extent().proof().constraints() > 0) {
            out.println();
            ProofText.lines(results.extent().proof(), looks.proof()).forEach(line -> out.println(words.apply(line)));
        }
    }

    private void cause(Cause cause) {
        paint("31", cause.id().toString());
        out.println("  " + CauseText.heading(cause));
        CauseText.lines(cause).forEach(line -> out.println("  " + line));
        out.println();
    }

    private void conclude(Results results, List<Cause> causes) {
        Counts counts = results.counts();
        int failed = counts.failed() + counts.broken();
        int ignored = results.remarks(Remark.Kind.IGNORED).size();
        String others = counts.skipped() + " skipped" + (ignored == 0 ? "" : ", " + ignored + " ignored") + " in "
                + seconds(results.heading().elapsed());
        String figures = counts.passed() + " passed, " + failed + " failed, " + others;
        List<String> vain = results.extent().unanswered().operations();
        String unanswered = results.extent().unanswered().text();
        switch (results.conclusion()) {
            case CONFORMS -> {
                paint(vain.isEmpty() ? "32" : "33", "Conforms");
                out.println((vain.isEmpty() ? "" : ", but " + unanswered) + ": " + figures);
            }
            case VIOLATIONS -> {
                paint("31", "Does not conform");
                out.println(": " + String.join("; ", reasons(failed, causes.size(), results)) + "; " + counts.passed()
                        + " passed, " + others);
            }
            case ENDED_EARLY -> {
                paint("31", "Ended early");
                out.println(": what was not asked may be wrong; " + figures);
            }
            case NOTHING_CHECKED -> {
                paint("31", "Nothing was checked");
                out.println(": no request was answered with success; " + figures);
            }
        }
    }

    /** A run may also fail for what was never answered with success. */
    private static List<String> reasons(int failed, int causes, Results results) {
        List<String> reasons = new ArrayList<>();
        if (failed > 0) {
            reasons.add(Cause.counted(failed, "case") + " failed for " + Cause.counted(causes, "cause"));
        }
        if (!results.extent().unanswered().operations().isEmpty()) {
            reasons.add(results.extent().unanswered().text()
                    + (results.extent().unanswered().isFailure() ? " (" + Report.Unanswered.REQUIRED + ")" : ""));
        }
        return reasons;
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
