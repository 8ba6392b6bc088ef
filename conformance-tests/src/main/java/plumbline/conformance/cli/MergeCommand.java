package plumbline.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plumbline.conformance.report.ConsoleWriter;
import plumbline.conformance.report.ConsoleWriter.Looks;
import plumbline.conformance.report.Results;
import plumbline.conformance.report.ResultsReader;

/** Puts the reports of several runs together. */
@Command(
        name = "merge-reports",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Makes one report, in all formats, of the JSON reports of several runs, such as those of --shard.",
            ""
        },
        footer = {"", "Exit codes: as those of verify, for all runs together."})
final class MergeCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final Looks looks;
    private final Map<String, String> environment;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files plumbline-report.json of the runs.")
    private List<Path> files = List.of();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    MergeCommand(PrintWriter out, Looks looks, Map<String, String> environment) {
        this.out = out;
        this.looks = looks;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Results merged = Results.merged(files.stream().map(ResultsReader::read).toList());
        new ConsoleWriter(out, new Looks(false, looks.color())).summary(merged);
        reports.write(merged, out, environment);
        return ExitCode.of(merged.conclusion());
    }
}
