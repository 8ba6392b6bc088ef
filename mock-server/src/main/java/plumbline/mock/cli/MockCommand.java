package plumbline.mock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;

/** {@code plumbline mock}. */
@Command(
        name = "plumbline mock",
        description = "Serves an OpenAPI contract: answers requests as the document says, from fixtures, examples and"
                + " samples of its schemas.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Every option can be set in the environment: --base-path as PLUMBLINE_BASE_PATH.",
            "Exit codes: 0 stopped, 2 unusable input."
        })
final class MockCommand implements Callable<Integer> {
    private final Keeper keeper;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--contract",
            paramLabel = "FILE|URL",
            description = "The OpenAPI document (default: the built-in).")
    private @Nullable String contract;

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Stored responses; a file's path is its URL (default: the built-in ones, with the built-in"
                    + " contract). WireMock stubs in DIR/mappings win over everything.")
    private @Nullable Path fixtures;

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

    @Option(names = "--allow-remote-refs", description = "Follow references of the contract to other hosts.")
    private boolean allowRemoteRefs;

    @Option(names = "--allow-outside-refs", description = "Follow references out of the contract's folder.")
    private boolean allowOutsideRefs;

    @Option(
            names = "--unknown",
            paramLabel = "404|sample",
            defaultValue = "404",
            converter = UnknownConverter.class,
            description =
                    "How to answer for items without fixture where others have one (default:" + " ${DEFAULT-VALUE}).")
    private AnswerOptions.Unknown unknown = AnswerOptions.Unknown.NOT_FOUND;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Answer with other samples (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--lenient",
            description = "Answer in spite of invalid requests; report the violations in the header"
                    + " Plumbline-Violations and on the console.")
    private boolean lenient;

    MockCommand(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        MockServer server = MockServer.start(options(command), out::println);
        for (Problem warning : server.contract().warnings()) {
            err.println("Warning: " + warning);
        }
        new Greeting(server).print(out);
        if (contract != null) {
            // It listens by now, so that nobody waits for this.
            Warnings.print(server.exampleProblems(), err);
        }
        keeper.keep(server);
        return 0;
    }

    private MockServerOptions options(CommandSpec command) {
        ReferencePolicy references = new ReferencePolicy(allowRemoteRefs, allowOutsideRefs);
        AnswerOptions answers = new AnswerOptions(lenient, unknown, seed);
        try {
            return new MockServerOptions(contract, fixtures, basePath, host, port, references, answers);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(command.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Holds on to a mock that runs. */
    @FunctionalInterface
    interface Keeper {
        void keep(MockServer server) throws InterruptedException;
    }

    /** Reads the choice for unknown items. */
    private static final class UnknownConverter implements ITypeConverter<AnswerOptions.Unknown> {
        @Override
        public AnswerOptions.Unknown convert(String value) {
            try {
                return AnswerOptions.Unknown.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
