package plumbline.cli.options;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.cli.console.StandardInput;
import plumbline.contract.document.ReferencePolicy;

/** Which contract a command is about, and which fixtures belong to it. */
public final class ContractOptions {
    @Option(
            names = "--contract",
            paramLabel = "FILE|URL",
            description =
                    "The OpenAPI document, which may also stand first, without --contract; - is the standard input."
                            + " Default: the one that comes with Plumbline.")
    private @Nullable String contract;

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Stored responses; a file's path is its URL. Default: those that come with Plumbline, for the"
                    + " default contract (verify: if the server is on this machine and no item is named with --set)."
                    + " For the mock, WireMock stubs in DIR/mappings win over everything.")
    private @Nullable Path fixtures;

    @Option(names = "--allow-remote-refs", description = "Follow references of the contract to other hosts.")
    private boolean allowRemoteRefs;

    @Option(names = "--allow-outside-refs", description = "Follow references out of the contract's folder.")
    private boolean allowOutsideRefs;

    @Option(
            names = "--contract-timeout",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description =
                    "How long a contract at a URL, or what it refers to there, may take, such as 5s. Default: 60s;"
                            + " 20s without any sign of life is the end in any case.")
    private Duration patience = ReferencePolicy.strict().patience();

    private boolean isStandardInput;

    /** {@return the file or URL; null for the built-in contract} */
    public @Nullable String contract() {
        if ("-".equals(contract)) {
            isStandardInput = true;
            contract = StandardInput.kept(System.in).toString();
        }
        return contract;
    }

    /** {@return whether the contract was the standard input, which comes but once} */
    public boolean isStandardInput() {
        return isStandardInput;
    }

    /** {@return the folder; null if none is named} */
    public @Nullable Path fixtures() {
        return fixtures;
    }

    /** {@return where references may lead} */
    public ReferencePolicy references() {
        return new ReferencePolicy(allowRemoteRefs, allowOutsideRefs).withPatience(patience);
    }
}
