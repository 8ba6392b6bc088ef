package plumbline.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.conformance.report.causes.Cause;
import plumbline.conformance.report.causes.KnownCauses;
import plumbline.conformance.report.results.Results;
import plumbline.finding.Ignore;
import plumbline.guard.Assessment;
import plumbline.guard.KnownFindings;

/** Which causes or findings are known already, so that only new ones fail. */
public final class BaselineOptions {
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

    /** {@return what the run is to live with, since it is known} */
    public List<Ignore> ignores() {
        return baseline == null ? List.of() : KnownCauses.read(baseline).ignores(baseline);
    }

    /** {@return what the check is to live with, since it is known} */
    public KnownFindings findings() {
        return baseline == null ? KnownFindings.none() : KnownFindings.read(baseline);
    }

    /** {@return what to tell of the file that was written; nothing if none is wanted} */
    public Optional<String> write(Results results) throws IOException {
        if (update == null) {
            return Optional.empty();
        }
        KnownCauses known = KnownCauses.of(results, baseline == null ? KnownCauses.none() : KnownCauses.read(baseline));
        known.write(update);
        return told(known.causes().size(), "cause");
    }

    /** {@return what to tell of the file that was written; nothing if none is wanted} */
    public Optional<String> write(Assessment assessment) throws IOException {
        if (update == null) {
            return Optional.empty();
        }
        KnownFindings known = KnownFindings.of(assessment, findings());
        known.write(update);
        return told(known.entries().size(), "finding");
    }

    private Optional<String> told(int number, String thing) {
        return Optional.of(Cause.counted(number, thing) + " known from now on, in " + update);
    }

    /** {@return whether what fails is known from now on} */
    public boolean isUpdated() {
        return update != null;
    }
}
