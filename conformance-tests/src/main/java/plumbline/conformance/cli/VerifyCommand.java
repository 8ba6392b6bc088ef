package plumbline.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.conformance.ConformanceRun;
import plumbline.conformance.Phase;
import plumbline.conformance.Report;
import plumbline.conformance.http.RestAssuredSender;
import plumbline.conformance.report.ConsoleWriter;
import plumbline.conformance.report.ConsoleWriter.Looks;
import plumbline.conformance.report.Results;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Rate;
import plumbline.conformance.target.Target;

/** Checks a server against a contract. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Checks that a server keeps every promise of an OpenAPI contract.",
            "",
            "Only GET, HEAD and OPTIONS requests are sent to servers that are not on this machine, unless"
                    + " --allow-writes is given.",
            ""
        },
        footer = {
            "",
            "Every option can also be given in the environment, --base-url as PLUMBLINE_BASE_URL, or else in"
                    + " plumbline.yaml, as 'base-url'. Keep"
                    + " secrets there (PLUMBLINE_USER, PLUMBLINE_HEADER, PLUMBLINE_AUTHORIZATION), since other"
                    + " processes can see the arguments of this one. Several headers or values are separated by line"
                    + " breaks.",
            "",
            "Exit codes: 0 conforms, 1 violations found, 2 unusable input or target unreachable, 3 nothing was checked."
        })
final class VerifyCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final Looks looks;
    private final Map<String, String> environment;
    private Configuration configuration = Configuration.none();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            required = true,
            description = "The URL that the paths of the contract are appended to.")
    private URI baseUrl = URI.create("");

    @Option(
            names = "--contract",
            paramLabel = "FILE|URL",
            description = "The OpenAPI document. Default: the one that comes with Plumbline.")
    private @Nullable String contract;

    @Option(
            names = "--user",
            paramLabel = "CLIENT:SECRET",
            converter = Converters.UserConverter.class,
            description = "Credentials for HTTP basic authentication.")
    private @Nullable String user;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            split = "\n",
            splitSynopsisLabel = "%n",
            converter = Converters.HeaderConverter.class,
            description = "A header to send with every request. Can be repeated.")
    private List<Converters.NameAndValue> headers = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            split = "\n",
            converter = Converters.ValueConverter.class,
            description = "The value of a parameter that names something that exists, such as --set id=42. Can be"
                    + " repeated.")
    private List<Converters.NameAndValue> values = List.of();

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Responses that the server is known to give. Default: those that come with Plumbline, if the"
                    + " server is on this machine, the contract is the default one and no item is named with --set.")
    private @Nullable Path fixtures;

    @Option(
            names = "--phases",
            paramLabel = "PHASE",
            split = ",",
            converter = Converters.PhaseConverter.class,
            description = "What to check: examples, coverage, security, protocol, lifecycle. Default: all.")
    private Set<Phase> phases = Set.of(Phase.values());

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description = "How long one answer may take, such as 10s or 500ms. Default: 10s.")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = "--rate",
            paramLabel = "N/TIME",
            converter = Converters.RateConverter.class,
            description = "How many requests may be sent, such as 100/min, or 5 a second. Default: no limit."
                    + " Retry-After is obeyed in any case.")
    private @Nullable Rate rate;

    @Mixin
    private CaseArguments cases = new CaseArguments();

    @Option(names = "--no-color", description = "Write without color and progress line.")
    private boolean plain;

    @Option(
            names = "--allow-writes",
            description = "Create, change and delete, also on servers that are not on this machine, and run the phase"
                    + " lifecycle, which cleans up after itself.")
    private boolean writes;

    @Option(
            names = "--prove",
            description = "List what the contract promises and this run has not proven to be guarded by a check.")
    private boolean prove;

    @Option(names = "--dry-run", description = "Only list the cases, with their ids and what they would send.")
    private boolean dryRun;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of options by their names, and of findings to ignore. Default: plumbline.yaml in the"
                    + " current folder, if there is one.")
    @SuppressWarnings("UnusedVariable") // It was read before the arguments were: see ConfigurationFile.
    private @Nullable Path configurationFile;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    VerifyCommand(PrintWriter out, Looks looks, Map<String, String> environment) {
        this.out = out;
        this.looks = looks;
        this.environment = environment;
    }

    /** Takes from a file what no option can say. */
    void configure(Configuration other) {
        this.configuration = other;
    }

    @Override
    public Integer call() throws IOException {
        ConformanceOptions options = options();
        if (!dryRun) {
            RestAssuredSender.warmUp();
        }
        ConformanceRun run = ConformanceSuite.prepare(options);
        if (dryRun) {
            new DryRun(out).accept(run);
            return ExitCode.CONFORMS;
        }
        if (run.lacksCredentials() && phases.contains(Phase.EXAMPLES)) {
            throw new IllegalArgumentException(
                    "every operation needs credentials: give them with --user client:secret or --header 'Name: value'");
        }
        ConsoleWriter console = new ConsoleWriter(out, (plain ? new Looks(false, false) : looks).withProof(prove));
        console.begin(
                "Checking " + baseUrl + " against " + run.title(),
                run.plan().cases().size(),
                run.notes());
        Thread cleaning = new Thread(run::cleanUp, "plumbline-clean-up");
        Runtime.getRuntime().addShutdownHook(cleaning);
        Report report = run.run(console::verdict);
        Runtime.getRuntime().removeShutdownHook(cleaning);
        console.end(report);
        reports.write(Results.of(report), out, environment);
        return ExitCode.of(report.conclusion());
    }

    private ConformanceOptions options() {
        Target target = Target.of(baseUrl).withTimeout(timeout);
        target = writes ? target.withWrites() : target;
        target = user == null ? target : target.withUser(user);
        target = rate == null ? target : target.withRate(rate);
        for (Converters.NameAndValue header : headers) {
            target = target.withHeader(header.name(), header.value());
        }
        ConformanceOptions options = ConformanceOptions.of(target)
                .withPhases(phases)
                .withCases(cases.options())
                .withRunning(running.running(configuration.ignores()));
        options = contract == null ? options : options.withContract(contract);
        options = fixtures == null ? options : options.withFixtures(fixtures);
        for (Converters.NameAndValue value : values) {
            options = options.withValue(value.name(), value.value());
        }
        return options;
    }
}
