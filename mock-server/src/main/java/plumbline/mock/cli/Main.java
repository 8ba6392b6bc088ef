package plumbline.mock.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the mock server from the command line. */
public final class Main {
    private static final int UNUSABLE_INPUT = 2;

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(arguments, out, err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** {@return the exit code: 0 if the mock runs or help was asked for, 2 if the input cannot be used} */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new MockCommand());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
        commandLine.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(String.valueOf(failure.getMessage()));
            return UNUSABLE_INPUT;
        });
        return commandLine.execute(arguments);
    }
}
