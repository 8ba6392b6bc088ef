package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.cli.options.BaselineOptions;
import plumbline.cli.options.ContractOptions;
import plumbline.cli.options.Converters;
import plumbline.cli.options.ReportOptions;
import plumbline.cli.options.SharedOptions;
import plumbline.cli.options.StrictnessOptions;
import plumbline.cli.options.verifying.CaseArguments;
import plumbline.cli.options.verifying.ConnectionOptions;
import plumbline.cli.options.verifying.CredentialOptions;
import plumbline.cli.options.verifying.DetailOptions;
import plumbline.cli.options.verifying.RunningOptions;
import plumbline.conformance.Phase;
import plumbline.conformance.auth.Auth;
import plumbline.conformance.hooks.Hooks;
import plumbline.conformance.http.RestAssuredSender;
import plumbline.conformance.report.ConsoleWriter;
import plumbline.conformance.report.Looks;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Rate;
import plumbline.conformance.target.Target;
import plumbline.finding.Ignore;
import plumbline.output.Format;
import plumbline.settings.Settings;
import plumbline.text.UnusableInputException;

/** Checks a server against a contract. */
@Command(
        name = Commands.VERIFY,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "@|bold plumbline verify|@ [CONTRACT] [@|yellow OPTIONS|@]",
        description = {
            "Checks that a server keeps every promise of an OpenAPI contract.",
            "",
            "Only GET, HEAD and OPTIONS requests are sent, unless --allow-writes or --disposable is given.",
            ""
        },
        footer = {
            "",
            "Every option can also be given in the environment, --base-url as PLUMBLINE_BASE_URL, or else in"
                    + " plumbline.yaml, as 'base-url'. Keep"
                    + " secrets there (PLUMBLINE_USER, PLUMBLINE_BEARER, PLUMBLINE_API_KEY, PLUMBLINE_HEADER,"
                    + " PLUMBLINE_AUTHORIZATION), since other"
                    + " processes can see the arguments of this one. Several headers or values are separated by line"
                    + " breaks.",
            "",
            "Exit codes: 0 conforms, 1 violations found, 2 unusable input or target unreachable, 3 nothing was checked,"
                    + " 70 a fault of Plumbline."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Settings settings;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            required = true,
            converter = Converters.UrlConverter.class,
            description = "The URL that the paths of the contract are appended to; without http:// or https:// before"
                    + " it, it is read as http.")
    private URI baseUrl = URI.create("");

    @Mixin
    private ContractOptions contracts = new ContractOptions();

    @Mixin
    private StrictnessOptions strictness = new StrictnessOptions();

    @Option(
            names = "--user",
            paramLabel = "CLIENT:SECRET",
            converter = Converters.UserConverter.class,
            description = "Credentials for HTTP basic authentication.")
    private @Nullable String user;

    @Mixin
    private CredentialOptions credentials = new CredentialOptions();

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            split = "\n",
            splitSynopsisLabel = "%n",
            converter = Converters.HeaderConverter.class,
            description = "A header to send with every request. Can be repeated.")
    private List<Converters.NameAndValue> headers = List.of();

    @Mixin
    private ConnectionOptions connections = new ConnectionOptions();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            split = "\n",
            converter = Converters.ValueConverter.class,
            description = "The value of a parameter that names something that exists, such as --set id=42. Can be"
                    + " repeated.")
    private List<Converters.NameAndValue> values = List.of();

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

    @Option(
            names = "--allow-writes",
            description = "Create items, and change and remove those, but nothing else; run the phase lifecycle, too."
                    + " What was created is removed in the end.")
    private boolean writes;

    @Option(
            names = "--disposable",
            description = "The server was started for the purpose: whatever is on it may be changed and removed.")
    private boolean disposable;

    @Option(
            names = "--prove",
            description = "List what the contract promises and this run has not proven to be guarded by a check.")
    private boolean prove;

    @Option(names = "--dry-run", description = "Only list the cases, with their ids and what they would send.")
    private boolean dryRun;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private BaselineOptions baseline = new BaselineOptions();

    @Mixin
    private DetailOptions detail = new DetailOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private SharedOptions shared = new SharedOptions();

    VerifyCommand(Surroundings surroundings, Settings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        reports.check(EnumSet.allOf(Format.class));
        ConformanceOptions options = options();
        if (!dryRun) {
            RestAssuredSender.warmUp();
        }
        ConformanceRun run = ConformanceSuite.prepare(options);
        running.idle(surroundings.environment())
                .ifPresent(idle -> surroundings.err().println("plumbline: " + idle));
        new Warnings(surroundings.err(), shared.looks(surroundings.looks()).color()).printFirst(run.mendings());
        if (dryRun) {
            new DryRun(surroundings.out()).accept(run);
            return ExitCode.CONFORMS;
        }
        Optional<String> wanted = run.wantedCredentials();
        if (wanted.isPresent() && phases.contains(Phase.EXAMPLES)) {
            throw new UnusableInputException("every operation needs credentials, " + wanted.get());
        }
        return verify(run);
    }

    private int verify(ConformanceRun run) throws IOException {
        // What a program reads must not be mixed with what people read.
        PrintWriter text = reports.isTextOnConsole() ? surroundings.out() : surroundings.err();
        Looks looks = detail.looks(shared.looks(surroundings.looks())).withProof(prove);
        ConsoleWriter console = new ConsoleWriter(text, looks, RemedyOptions.words());
        console.begin(
                "Checking " + baseUrl + " against " + run.title(),
                run.plan().cases().size(),
                run.notes());
        return new Verification(surroundings, reports, baseline, console).of(run, () -> hooks().runAfter(baseUrl));
    }

    private Hooks hooks() {
        return Hooks.of(settings, surroundings.folder());
    }

    private ConformanceOptions options() {
        Target target = Target.of(baseUrl)
                .withTimeout(timeout)
                .withConnection(connections.connection(surroundings.environment()));
        target = writes ? target.withWrites() : target;
        target = disposable ? target.disposable() : target;
        target = user == null ? target : target.withUser(user);
        target = rate == null ? target : target.withRate(rate);
        for (Converters.NameAndValue header : headers) {
            target = target.withHeader(header.name(), header.value());
        }
        ConformanceOptions options = ConformanceOptions.of(target)
                .withPhases(phases)
                .withCases(cases.options())
                .withRunOptions(running.running(ignores(), surroundings.environment()));
        options = options.withReferences(contracts.references()).withStrictness(strictness.strictness());
        options = contracts.contract() == null ? options : options.withContract(contracts.contract());
        options = contracts.fixtures() == null ? options : options.withFixtures(contracts.fixtures());
        options = options.withAuth(credentials.beside(settings.setting(Commands.VERIFY, "auth")
                .map(setting -> Auth.read(setting, surroundings.environment(), surroundings.folder()))
                .orElseGet(Auth::none)));
        if (!dryRun) {
            for (Map.Entry<String, String> value : hooks().runBefore(baseUrl).entrySet()) {
                options = options.withValue(value.getKey(), value.getValue());
            }
        }
        for (Converters.NameAndValue value : values) {
            options = options.withValue(value.name(), value.value());
        }
        return options;
    }

    private List<Ignore> ignores() {
        List<Ignore> all = new ArrayList<>(Ignores.ofMessages(settings));
        all.addAll(baseline.ignores());
        return all;
    }
}
