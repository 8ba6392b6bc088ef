package plumbline.cli.options.verifying;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.conformance.cases.requests.Fuzzing;
import plumbline.conformance.suite.CaseOptions;

/** What else cases are made from. */
public final class CaseArguments {
    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "A file, in YAML or JSON, of parameters and a body by operationId, which name something that"
                    + " exists.")
    private @Nullable Path values;

    @Option(
            names = "--fuzz",
            paramLabel = "N",
            description = "How many random requests to send for each operation besides, each right or wrong in one way;"
                    + " one that fails is made as small as it can be. Default: 0.")
    private int count;

    @Option(names = "--seed", paramLabel = "N", description = "Which random requests to send. Default: 0.")
    private long seed;

    public CaseOptions options() {
        return new CaseOptions(values, new Fuzzing(seed, count));
    }
}
