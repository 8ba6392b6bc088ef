package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import plumbline.cli.configuration.Defaults;
import plumbline.cli.configuration.EnvironmentDefaults;
import plumbline.cli.console.DeepStack;
import plumbline.cli.console.HeapCare;
import plumbline.cli.console.LibraryDefaults;
import plumbline.cli.console.StandardOutput;
import plumbline.cli.console.WriteFaults;
import plumbline.cli.terminal.Terminal;
import plumbline.conformance.report.Looks;
import plumbline.contract.document.ContractException;
import plumbline.mock.MockServer;
import plumbline.settings.Settings;
import plumbline.text.TerminalWriter;

/** {@code plumbline}: all commands. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Holds both ends of an HTTP API to one OpenAPI contract.")
public final class Main implements Runnable {
    private static final int HELP_WIDTH = 100;

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs a command and exits as {@link ExitCode} says. */
    public static void main(String... args) {
        LibraryDefaults.set();
        Map<String, String> environment = System.getenv();
        StandardOutput standard = StandardOutput.ofProcess();
        TerminalWriter out = TerminalWriter.on(standard.writer());
        TerminalWriter err = TerminalWriter.promptlyOn(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Looks looks = Terminal.looks(environment);
        // A terminal shows ^C in the line in which a shell would go on.
        Runnable told = looks.progress() ? err::println : () -> {};
        Surroundings surroundings =
                new Surroundings(environment, out, err, looks, Path.of(""), new ProcessKeeper(told, standard));
        int code = checked(standard, err, DeepStack.call(() -> new Main(surroundings).run(args)));
        if (code != ExitCode.SERVED) {
            System.exit(code);
        }
    }

    /** What was not written was not done, however it went. */
    private static int checked(StandardOutput standard, PrintWriter err, int code) {
        Optional<IOException> failure = standard.failure();
        if (failure.isEmpty()) {
            return code;
        }
        if (WriteFaults.isClosedPipe(failure.get())) {
            return ExitCode.CLOSED_PIPE;
        }
        err.println("plumbline: the standard output cannot be written: " + WriteFaults.words(failure.get()));
        return ExitCode.UNUSABLE;
    }

    /** Has a mock serve for as long as the process lives. */
    private record ProcessKeeper(Runnable told, StandardOutput standard) implements MockCommand.Keeper {
        @Override
        public void expectEnd(MockServer server) {
            Thread stop = new Thread(
                    () -> {
                        told.run();
                        server.close();
                    },
                    "plumbline-stop");
            try {
                Runtime.getRuntime().addShutdownHook(stop);
            } catch (IllegalStateException ending) {
                // The end has come before anybody was told of the mock.
                return;
            }
        }

        @Override
        public void keep(MockServer server) throws InterruptedException {
            if (standard.failure()
                    .filter(failure -> !WriteFaults.isClosedPipe(failure))
                    .isPresent()) {
                // Nobody would learn where it listens.
                server.close();
                return;
            }
            HeapCare.start();
            server.join();
        }
    }

    /** Tells what commands there are. */
    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(surroundings.out());
    }

    /** {@return the exit code} */
    int run(String... arguments) {
        String[] args = Commands.withNamedContract(arguments);
        try {
            return run(new Commands(surroundings).settings(args), args);
        } catch (ContractException e) {
            surroundings.err().println("plumbline: the configuration cannot be used:\n" + e.getMessage());
            return ExitCode.UNUSABLE;
        }
    }

    private int run(Settings settings, String... args) {
        boolean isNamed = args.length > 0 && Commands.NAMES.contains(args[0]);
        CommandLine line = new CommandLine(this);
        Commands commands = new Commands(surroundings);
        (isNamed ? List.of(args[0]) : Commands.NAMES)
                .forEach(name -> line.addSubcommand(name, commands.create(name, settings)));
        Defaults defaults = new Defaults(new EnvironmentDefaults(surroundings.environment()), settings);
        Ansi ansi = surroundings.looks().color() ? Ansi.ON : Ansi.OFF;
        return line.setOut(surroundings.out().raw())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(HELP_WIDTH)
                .setUsageHelpAutoWidth(false)
                .setDefaultValueProvider(defaults)
                .setParameterExceptionHandler(new ParameterFaults(surroundings.environment(), settings))
                .setExecutionExceptionHandler(new ExecutionFaults(surroundings.environment()))
                .execute(args);
    }
}
