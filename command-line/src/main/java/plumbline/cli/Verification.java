package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import plumbline.cli.console.Interruption;
import plumbline.cli.options.BaselineOptions;
import plumbline.cli.options.ReportOptions;
import plumbline.conformance.report.ConsoleWriter;
import plumbline.conformance.report.RunReporting;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.ConformanceRun;

/** Runs the suite and tells what came of it, once, also where the run is interrupted. */
final class Verification {
    private final Surroundings surroundings;
    private final ReportOptions reports;
    private final BaselineOptions baseline;
    private final ConsoleWriter console;
    private final AtomicBoolean isTold = new AtomicBoolean();

    Verification(Surroundings surroundings, ReportOptions reports, BaselineOptions baseline, ConsoleWriter console) {
        this.surroundings = surroundings;
        this.reports = reports;
        this.baseline = baseline;
        this.console = console;
    }

    /**
     * {@return the exit code of a run}
     *
     * @param after what is done once all requests are sent
     */
    int of(ConformanceRun run, Runnable after) throws IOException {
        List<Verdict> seen = Collections.synchronizedList(new ArrayList<>());
        Instant start = Instant.now();
        Interruption interruption = Interruption.expected(run::interrupt, () -> {
            run.cleanUp();
            tell(run.report(List.copyOf(seen), start), after);
        });
        try {
            Report report = run.run(verdict -> {
                seen.add(verdict);
                console.verdict(verdict);
            });
            tell(report, after);
            return code(report, run);
        } finally {
            interruption.over();
        }
    }

    private void tell(Report report, Runnable after) throws IOException {
        if (!isTold.compareAndSet(false, true)) {
            return;
        }
        after.run();
        console.end(report);
        Results results = Results.of(report.told(RemedyOptions.words()));
        reports.write(new RunReporting(results), surroundings.out());
        new Workflow(surroundings).tell(results, reports.isTextOnConsole());
        PrintWriter text = reports.isTextOnConsole() ? surroundings.out() : surroundings.err();
        baseline.write(results).ifPresent(text::println);
        surroundings.out().flush();
    }

    /** Where a run ended early, what it has not found may be there. */
    private int code(Report report, ConformanceRun run) {
        boolean isKnown = baseline.isUpdated()
                && report.conclusion() == Report.Conclusion.VIOLATIONS
                && !report.extent().unanswered().isFailure();
        int code = isKnown ? ExitCode.CONFORMS : ExitCode.of(report.conclusion());
        if (run.lost().isEmpty()) {
            return code;
        }
        surroundings
                .err()
                .println("plumbline: the run ended early: "
                        + RemedyOptions.words().apply(run.lost().get()));
        return code == ExitCode.VIOLATIONS ? code : ExitCode.UNUSABLE;
    }
}
