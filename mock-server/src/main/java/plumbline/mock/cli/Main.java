package plumbline.mock.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import plumbline.mock.MockServer;

/** Starts the mock server from the command line. */
public final class Main {
    private static final int HELP_WIDTH = 100;

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;
    private final MockCommand.Keeper keeper;

    Main(Map<String, String> environment, PrintWriter out, PrintWriter err, MockCommand.Keeper keeper) {
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.keeper = keeper;
    }

    /** Serves until the process is told to stop; exits with 2 if the input cannot be used. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = new Main(System.getenv(), out, err, Main::serve).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void serve(MockServer server) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "plumbline-stop"));
        server.join();
    }

    /** {@return the exit code: 0 if the mock runs or help was asked for, 2 if the input cannot be used} */
    int run(String... arguments) {
        Faults faults = new Faults();
        return new CommandLine(new MockCommand(keeper))
                .setOut(out)
                .setErr(err)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .execute(arguments);
    }
}
