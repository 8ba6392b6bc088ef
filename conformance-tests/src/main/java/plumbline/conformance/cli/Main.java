package plumbline.conformance.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import plumbline.conformance.report.ConsoleWriter.Looks;

/** The suite on the command line. {@code verify} is what it does if nothing else is named. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Holds an HTTP API to its OpenAPI contract.")
public final class Main {
    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Looks looks;

    Main(Map<String, String> environment, PrintWriter out, PrintWriter err, Looks looks) {
        this.environment = environment;
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
        VerifyCommand verify = new VerifyCommand(out, looks);
        return new CommandLine(this)
                .addSubcommand(verify)
                .setOut(out)
                .setErr(err)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setParameterExceptionHandler(new ParameterFaults(environment))
                .setExecutionExceptionHandler(new ExecutionFaults())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        looks.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .execute(withCommand(args));
    }

    private static String[] withCommand(String... args) {
        return args.length > 0 && "verify".equals(args[0])
                ? args
                : Stream.concat(Stream.of("verify"), Arrays.stream(args)).toArray(String[]::new);
    }
}
