package plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plumbline.cli.options.ReportOptions;
import plumbline.cli.options.SharedOptions;
import plumbline.cli.options.verifying.DetailOptions;
import plumbline.conformance.report.ConsoleWriter;
import plumbline.conformance.report.Looks;
import plumbline.conformance.report.ResultsReader;
import plumbline.conformance.report.RunReporting;
import plumbline.conformance.report.results.Results;
import plumbline.output.Format;

/** Puts the reports of several runs together. */
@Command(
        name = Commands.MERGE,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Makes one report, in all formats, of the JSON reports of several runs, such as those of --shard.",
            "",
            "Parts must be of one plan: of the same contract, seed and cases, as many parts, dealt out by the same times."
                    + " Where parts are missing, the report says so.",
            ""
        },
        footer = {"", "Exit codes: as those of verify, for all runs together; 2 also where parts are missing."})
final class MergeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files plumbline-report.json of the runs.")
    private List<Path> files = List.of();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private DetailOptions detail = new DetailOptions();

    @Mixin
    private SharedOptions shared = new SharedOptions();

    MergeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        reports.check(EnumSet.allOf(Format.class));
        Results merged = Results.merged(files.stream().map(ResultsReader::read).toList());
        if (reports.isTextOnConsole()) {
            Looks looks = detail.looks(shared.looks(surroundings.looks()));
            new ConsoleWriter(surroundings.out(), looks, RemedyOptions.words()).summary(merged);
        }
        reports.write(new RunReporting(merged), surroundings.out());
        return ExitCode.of(merged.conclusion());
    }
}
