package plumbline.cli.options;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.conformance.report.Looks;

/** What all commands take. */
public final class SharedOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of options by their names, and of findings to ignore. Default: plumbline.yaml in the"
                    + " current folder, if there is one.")
    @SuppressWarnings("UnusedVariable") // It was read before the arguments were: see SettingsFile.
    private @Nullable Path configurationFile;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = Converters.ColorConverter.class,
            description = "When to write in color: auto (on a terminal), always or never. Default: auto.")
    private Color color = Color.AUTO;

    @Option(names = "--no-color", description = "Write without color and progress line.")
    private boolean plain;

    /** When to write in color. */
    public enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** {@return how to write on an output that is fit for this} */
    public Looks looks(Looks terminal) {
        if (plain || color == Color.NEVER) {
            return new Looks(false, false);
        }
        return new Looks(terminal.progress(), terminal.color() || color == Color.ALWAYS).withWidth(terminal.width());
    }
}
