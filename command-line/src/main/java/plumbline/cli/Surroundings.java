package plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import plumbline.conformance.report.Looks;
import plumbline.text.TerminalWriter;

/**
 * What a command finds around it.
 *
 * @param environment the environment variables
 * @param out the standard output
 * @param err the standard error
 * @param looks what the standard output is fit for
 * @param folder the current folder, in which {@code plumbline.yaml} is looked for
 * @param keeper what holds on to a mock that runs
 */
record Surroundings(
        Map<String, String> environment,
        TerminalWriter out,
        TerminalWriter err,
        Looks looks,
        Path folder,
        MockCommand.Keeper keeper) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** {@return no terminal, the current folder, and nobody who holds on to a mock} */
    static Surroundings of(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        return new Surroundings(
                environment,
                TerminalWriter.on(out),
                TerminalWriter.promptlyOn(err),
                new Looks(false, false),
                Path.of(""),
                server -> {});
    }

    Surroundings withLooks(Looks other) {
        return new Surroundings(environment, out, err, other, folder, keeper);
    }

    Surroundings in(Path other) {
        return new Surroundings(environment, out, err, looks, other, keeper);
    }

    Surroundings keeping(MockCommand.Keeper other) {
        return new Surroundings(environment, out, err, looks, folder, other);
    }
}
