package plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plumbline.cli.configuration.SettingsFile;
import plumbline.cli.log.ReloadLines;
import plumbline.cli.options.ContractOptions;
import plumbline.cli.options.Converters;
import plumbline.cli.options.SharedOptions;
import plumbline.cli.options.StrictnessOptions;
import plumbline.cli.options.serving.AccessOptions;
import plumbline.cli.options.serving.DisturbanceOptions;
import plumbline.cli.options.serving.LogOptions;
import plumbline.cli.options.serving.ProxyOptions;
import plumbline.cli.options.serving.ReloadOptions;
import plumbline.cli.options.serving.SecureOptions;
import plumbline.conformance.report.Looks;
import plumbline.contract.Strictness;
import plumbline.mock.Connections;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.engine.access.BodyLimits;
import plumbline.mock.reload.ReloadInputs;
import plumbline.mock.reload.Reloader;
import plumbline.text.TerminalWriter;

/** {@code plumbline mock}. */
@Command(
        name = Commands.MOCK,
        description = "Serves an OpenAPI contract: answers requests as the document says, from fixtures, examples and"
                + " samples of its schemas.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "@|bold plumbline mock|@ [CONTRACT] [@|yellow OPTIONS|@]",
        footer = {
            "",
            "Every option can also be given in the environment, --base-path as PLUMBLINE_BASE_PATH, or else in"
                    + " plumbline.yaml, as 'base-path'.",
            "",
            "Exit codes: 0 stopped, 2 unusable input, 70 a fault of Plumbline."
        })
final class MockCommand implements Callable<Integer> {
    private final TerminalWriter out;
    private final PrintWriter err;
    private final Looks looks;
    private final Keeper keeper;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOptions contracts = new ContractOptions();

    @Mixin
    private StrictnessOptions strictness = new StrictnessOptions();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Listen on this name or address (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Listen on this port; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port = MockServerOptions.DEFAULT_PORT;

    @Option(
            names = "--base-path",
            paramLabel = "PATH",
            description = "Serve under this path (default: those of the contract's servers).")
    private @Nullable String basePath;

    @Option(
            names = "--unknown",
            paramLabel = "404|sample",
            defaultValue = "404",
            converter = Converters.UnknownConverter.class,
            description = "How to answer for items that nobody has made: that there is none, or with one that is made"
                    + " up (default: ${DEFAULT-VALUE}).")
    private AnswerOptions.Unknown unknown = AnswerOptions.Unknown.NOT_FOUND;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Answer with other samples (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--dynamic",
            description = "Answer with samples of the schemas even where there are examples; fixtures still win.")
    private boolean dynamic;

    @Option(
            names = "--lenient",
            description = "Answer in spite of invalid requests; report the violations in the header"
                    + " Plumbline-Violations and on the console.")
    private boolean lenient;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            defaultValue = "10MB",
            converter = Converters.SizeConverter.class,
            description = "How large a body may be, decoded: 500, 64KB or 10MB (default: ${DEFAULT-VALUE}).")
    private long longestBody = BodyLimits.defaults().octets();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keep what clients have created, changed and removed in FILE, from one run to the next.")
    private @Nullable Path state;

    @Option(names = "--stateless", description = "Remember nothing: answer the same request the same for ever.")
    private boolean stateless;

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private DisturbanceOptions disturbances = new DisturbanceOptions();

    @Mixin
    private ReloadOptions reloading = new ReloadOptions();

    @Mixin
    private ProxyOptions proxy = new ProxyOptions();

    @Mixin
    private SecureOptions security = new SecureOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private SharedOptions shared = new SharedOptions();

    MockCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.looks = surroundings.looks();
        this.keeper = surroundings.keeper();
    }

    @Override
    public Integer call() throws InterruptedException {
        Looks wanted = shared.looks(looks);
        Instant start = Instant.now();
        MockServer server = MockServer.start(
                options(),
                new ConsoleListener(
                        out, err, log.lines(out, looks.progress(), wanted).orElse(null)),
                new Connections(security.context(host, surroundings.folder(), out), proxy.upstream()));
        keeper.expectEnd(server);
        new Greeting(server, security.ownCertificate(surroundings.folder())).print(out);
        // Whoever waits for it need not wait for what is looked for in a large contract from here on.
        out.flush();
        Warnings warnings = new Warnings(err, wanted.color());
        server.contract().warnings().forEach(warnings::print);
        if (access.access().administered() && !access.access().isAdministeredOn(host)) {
            err.println("/__admin is shut, as others can reach " + host
                    + ": open it with --admin-token, or say with --no-admin that none is wanted");
        }
        if (contracts.contract() != null) {
            // It listens by now, so that nobody waits for this.
            warnings.printFirst(server.exampleProblems());
            warnings.printFirst(server.sampleProblems());
        }
        if (reloading.isWanted(looks.progress()) && !contracts.isStandardInput()) {
            Reloader.start(server, inputs(), reloadLines(server, warnings), start);
        }
        keeper.keep(server);
        return ExitCode.SERVED;
    }

    private ReloadLines reloadLines(MockServer server, Warnings warnings) {
        return new ReloadLines(out, err, ExecutionFaults::words, warnings::print)
                .after(server.contract().warnings());
    }

    private ReloadInputs inputs() {
        List<String> given =
                Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs();
        String[] args =
                given.subList(given.indexOf(Commands.MOCK) + 1, given.size()).toArray(String[]::new);
        Path settings = new SettingsFile(surroundings.environment(), surroundings.folder()).file(args);
        return new ReloadInputs(() -> optionsNow(args), List.of(settings), reloading.every());
    }

    private MockServerOptions optionsNow(String... args) {
        MockServerOptions now = new Commands(surroundings).mock(args).options();
        if (!now.listeningAs(options()).equals(now)) {
            err.println(
                    "plumbline: host, port, state, limits and administration are those of the start until the next one");
        }
        return now;
    }

    private MockServerOptions options() {
        return new MockServerOptions(
                new MockServerOptions.Source(
                        contracts.contract(),
                        contracts.fixtures(),
                        basePath,
                        contracts.references(),
                        strictness.strictness()),
                answers(),
                access.stubs(),
                new MockServerOptions.Standing(
                        host, port, access.access(), BodyLimits.defaults().withOctets(longestBody), state));
    }

    private AnswerOptions answers() {
        AnswerOptions answers = new AnswerOptions(lenient, unknown, seed)
                .withOrigins(access.origins())
                .withReaders(access.readers())
                .dynamic(dynamic)
                .disturbed(disturbances.disturbance());
        answers = stateless ? answers.stateless() : answers;
        return strictness.strictness() == Strictness.STRICT ? answers.strict() : answers;
    }

    /** Holds on to a mock that runs. */
    @FunctionalInterface
    interface Keeper {
        /** Sees to it that a mock is closed when the process is told to end, from before anybody is told of it. */
        default void expectEnd(MockServer server) {}

        void keep(MockServer server) throws InterruptedException;
    }
}
