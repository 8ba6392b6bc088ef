package plumbline.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.guard.Assessment;
import plumbline.guard.KnownFindings;

/** Which findings are known already, so that only new ones fail. */
public final class FindingOptions {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Do not fail for what this file knows; what of it is gone is told.")
    private @Nullable Path baseline;

    @Option(
            names = "--update-baseline",
            paramLabel = "FILE",
            description =
                    "Write what this run finds wrong into this file, so that it is known from now on, and end with 0"
                            + " if that is all.")
    private @Nullable Path update;

    /** {@return what was found before} */
    public KnownFindings known() {
        return baseline == null ? KnownFindings.none() : KnownFindings.read(baseline);
    }

    /** {@return what to tell of the file that was written; nothing if none is wanted} */
    public Optional<String> write(Assessment assessment) throws IOException {
        if (update == null) {
            return Optional.empty();
        }
        KnownFindings known = KnownFindings.of(assessment, known());
        known.write(update);
        int count = known.entries().size();
        return Optional.of(count + (count == 1 ? " finding" : " findings") + " known from now on, in " + update);
    }
}
