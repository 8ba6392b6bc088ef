package plumbline.cli.options.verifying;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.cli.options.Converters;
import plumbline.cli.options.ShardChoice;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.suite.EarlierReport;
import plumbline.finding.Ignore;
import plumbline.text.Glob;

/** Which part of all cases is run, and how. */
public final class RunningOptions {
    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            split = ",",
            converter = Converters.GlobConverter.class,
            description = "Test only operations whose operationId, path, tag or method fits, such as 'get*', '/books/*'"
                    + " or DELETE. Can be repeated.")
    private List<Glob> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            split = ",",
            converter = Converters.GlobConverter.class,
            description = "Leave out operations that fit, though they are included. Can be repeated.")
    private List<Glob> exclude = List.of();

    @Option(
            names = "--case",
            paramLabel = "ID",
            split = "\n",
            splitSynopsisLabel = "%n",
            description = "Run only the case of this id, as reports name it. Can be repeated.")
    private List<String> cases = List.of();

    @Option(
            names = "--shard",
            paramLabel = "N/OF|auto",
            converter = Converters.ShardConverter.class,
            description = "Run one part of the cases, such as 2/5: always the same ones. 'auto' takes the part from the"
                    + " numbers that Kubernetes and build servers give to parallel jobs. 'plumbline merge-reports' puts"
                    + " the reports of all parts together.")
    private ShardChoice shard = ShardChoice.whole();

    @Option(
            names = "--shard-times",
            paramLabel = "REPORT",
            description =
                    "Make the parts of --shard take about as long as each other, by the times that the JSON report"
                            + " of an earlier run tells, such as that of 'plumbline merge-reports'. Give all parts the"
                            + " same one. Default: parts are equal in number of cases.")
    private @Nullable Path times;

    @Option(
            names = "--checks",
            paramLabel = "CHECK",
            split = ",",
            description = "Judge by these checks only, by the names that reports use. Default: all.")
    private List<String> checks = List.of();

    @Option(names = "--skip-checks", paramLabel = "CHECK", split = ",", description = "Do not judge by these checks.")
    private List<String> skipped = List.of();

    @Option(
            names = "--strict",
            description = "Fail on what is not documented, but harmless, too: further properties and headers, GET"
                    + " where there is none, methods refused without Allow, HEAD refused, query parameters given twice"
                    + " or empty. Default: such things are told as notes.")
    private boolean strict;

    @Option(
            names = "--require-success",
            description = "Fail if an operation is called and never answered with success.")
    private boolean successRequired;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            description = "Stop after this many cases have failed. Default: never.")
    private int maxFailures;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "How many requests may be under way at a time; those that may change something are sent alone,"
                            + " those that must be refused together. Default: 1.")
    private int workers = 1;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description = "How long to wait for a server that is not up yet, such as 30s. Default: not at all.")
    private Duration patience = Duration.ZERO;

    public RunOptions running(List<Ignore> ignores, Map<String, String> environment) {
        return new RunOptions(
                new Selection(include, exclude, new HashSet<>(cases), part(environment)),
                new CheckOptions(new HashSet<>(checks), new HashSet<>(skipped), ignores, strict, successRequired),
                new Pace(workers, maxFailures, patience));
    }

    private Shard part(Map<String, String> environment) {
        Shard part = shard.in(environment);
        return times == null ? part : EarlierReport.balanced(part, times);
    }

    /** {@return which options have nothing to do, and why; nothing if all have} */
    public Optional<String> idle(Map<String, String> environment) {
        return times != null && shard.in(environment).isWhole()
                ? Optional.of("--shard-times has nothing to do, since all cases are run: give --shard, too")
                : Optional.empty();
    }
}
