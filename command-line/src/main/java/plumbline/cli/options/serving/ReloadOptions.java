package plumbline.cli.options.serving;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.cli.options.Converters;

/** Whether the mock serves changes of what it was read from. */
public final class ReloadOptions {
    @Option(
            names = "--reload",
            description =
                    "Serve changes of the contract, the files that it refers to, fixtures, stubs and plumbline.yaml"
                            + " as soon as they are saved; what cannot be used is told, and changes nothing. Default: on a"
                            + " terminal.")
    private boolean wanted;

    @Option(names = "--no-reload", description = "Serve what was there at the start, whatever changes.")
    private boolean unwanted;

    @Option(
            names = "--reload-every",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description = "Ask so often, such as 30s, whether documents at URLs have changed, and serve them then."
                    + " Default: never.")
    private @Nullable Duration every;

    /** {@return whether changes are served} */
    public boolean isWanted(boolean isTerminal) {
        return !unwanted && (wanted || every != null || isTerminal);
    }

    /** {@return how long to wait before documents at URLs are asked for again; null for ever} */
    public @Nullable Duration every() {
        return every;
    }
}
