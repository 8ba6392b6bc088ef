package plumbline.cli.options;

import picocli.CommandLine.Option;
import plumbline.contract.Strictness;

/** What becomes of a contract with faults. */
public final class StrictnessOptions {
    @Option(
            names = "--strict-contract",
            description =
                    "Refuse a contract with faults. Without this, it is read as its author meant it, what cannot be"
                            + " understood is left out, and each kind of fault is warned of.")
    private boolean strict;

    /** {@return what becomes of a contract with faults} */
    public Strictness strictness() {
        return strict ? Strictness.STRICT : Strictness.TOLERANT;
    }
}
