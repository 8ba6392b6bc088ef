package plumbline.cli.options.serving;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.cli.log.LineFormat;
import plumbline.cli.log.RequestLines;
import plumbline.cli.options.Converters;
import plumbline.conformance.report.Looks;
import plumbline.text.TerminalWriter;

/** Whether the mock writes a line for each request. */
public final class LogOptions {
    @Option(
            names = "--log",
            paramLabel = "text|json|off",
            converter = Converters.LogConverter.class,
            description =
                    "Write a line for each request: when it came, method, target, status, milliseconds, and why it was"
                            + " answered so, as the header Plumbline-Because says, too. Default: text on a terminal, else off.")
    private @Nullable LineFormat format;

    /** {@return what writes the lines, if any are wanted} */
    public Optional<RequestLines> lines(TerminalWriter out, boolean isTerminal, Looks looks) {
        LineFormat wanted = format == null ? isTerminal ? LineFormat.TEXT : LineFormat.OFF : format;
        return wanted == LineFormat.OFF
                ? Optional.empty()
                : Optional.of(new RequestLines(wanted, out.raw(), looks.color()));
    }
}
