package plumbline.conformance.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import plumbline.conformance.report.ConsoleWriter.Looks;
import plumbline.contract.document.ContractException;
import plumbline.guard.cli.CheckCommand;

/** The suite on the command line. {@code verify} is what it does if nothing else is named. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Holds an HTTP API to its OpenAPI contract.")
public final class Main {
    private static final Set<String> COMMANDS = Set.of("verify", "merge-reports", "check");

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Looks looks;
    private final Path folder;

    Main(Map<String, String> environment, PrintWriter out, PrintWriter err, Looks looks) {
        this(environment, out, err, looks, Path.of(""));
    }

    /** A main program that looks for its configuration in this folder. */
    Main(Map<String, String> environment, PrintWriter out, PrintWriter err, Looks looks, Path folder) {
        this.environment = environment;
        this.folder = folder;
        this.out = out;
        this.err = err;
        this.looks = looks;
    }

    /** Runs and exits: 0 conforms, 1 violations, 2 unusable input, 3 nothing was checked. */
    public static void main(String... args) {
        Map<String, String> environment = System.getenv();
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = new Main(environment, out, err, Terminal.looks(environment)).run(args);
        out.flush();
        System.exit(code);
    }

    /** {@return the exit code} */
    int run(String... args) {
        VerifyCommand verify = new VerifyCommand(out, looks, environment);
        CommandLine verifyLine = new CommandLine(verify);
        CheckCommand check = new CheckCommand(out, looks.color());
        CommandLine checkLine = new CommandLine(check);
        checkLine.getCommandSpec().versionProvider(new Version());
        CommandLine line = new CommandLine(this)
                .addSubcommand(verifyLine)
                .addSubcommand(new MergeCommand(out, looks, environment))
                .addSubcommand(checkLine)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        looks.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false);
        String[] all = withCommand(args);
        try {
            Configuration configuration = new ConfigurationFile(environment, folder).read(all, verifyLine, checkLine);
            verify.configure(configuration);
            check.silence(configuration.check().silences());
            return line.setDefaultValueProvider(new Defaults(new EnvironmentDefaults(environment), configuration))
                    .setParameterExceptionHandler(new ParameterFaults(environment, configuration))
                    .setExecutionExceptionHandler(new ExecutionFaults())
                    .execute(all);
        } catch (ContractException e) {
            err.println("plumbline: the configuration cannot be used:\n" + e.getMessage());
            return ExitCode.UNUSABLE;
        }
    }

    private static String[] withCommand(String... args) {
        return args.length > 0 && COMMANDS.contains(args[0])
                ? args
                : Stream.concat(Stream.of("verify"), Arrays.stream(args)).toArray(String[]::new);
    }
}
