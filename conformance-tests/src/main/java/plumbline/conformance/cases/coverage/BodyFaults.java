package plumbline.conformance.cases.coverage;

import java.util.HashSet;
import java.util.Set;
import plumbline.contract.sampling.variation.Judged;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Violation;

/** The faults that the bodies of an operation are given, each once. */
final class BodyFaults {
    private final boolean isReadAsWritten;
    private final Set<String> known = new HashSet<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<Judged.Change> done = new HashSet<>();

    /**
     * Begins with none.
     *
     * @param isReadAsWritten whether a body has the faults that its value has, as JSON does and forms do not, where all is text
     */
    BodyFaults(boolean isReadAsWritten) {
        this.isReadAsWritten = isReadAsWritten;
    }

    /**
     * {@return whether a value may show a fault that is not known; what a text shows of a fault does not depend on what stands
     * around it, as long as that is right}
     */
    boolean isWorthATry(Mutation mutation) {
        return !areKnown(mutation) && (isReadAsWritten || tried.add(CoverageCase.kind(mutation.violation(), mutation)));
    }

    private boolean areKnown(Mutation mutation) {
        return mutation.violations().stream()
                .filter(fault -> isMeant(fault, mutation))
                .allMatch(fault -> known.contains(CoverageCase.kind(fault, mutation)));
    }

    /** Notes that a value was made, after which the same change of another value may be of no use. */
    void made(Mutation mutation) {
        if (areKnown(mutation) || !isReadAsWritten) {
            done.add(mutation.change());
        }
    }

    /** {@return whether a change may show a fault that is not known} */
    boolean isOpen(Judged.Change change) {
        return !done.contains(change);
    }

    /** {@return whether a fault is the one that a value was given, and was not known before} */
    boolean isNew(Violation fault, Mutation mutation) {
        return isMeant(fault, mutation) && known.add(CoverageCase.kind(fault, mutation));
    }

    private static boolean isMeant(Violation fault, Mutation mutation) {
        return fault.rule().equals(mutation.keyword())
                && fault.location().part() == Location.Part.BODY
                && fault.location().pointer().equals(mutation.pointer());
    }
}
