package plumbline.conformance.cases.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Violation;

/** The faults that the bodies of an operation are given, each once. */
final class BodyFaults {
    /** What a text shows of a fault hardly depends on what stands around it. */
    private static final int MOST_TRIES = 3;

    private final boolean isReadAsWritten;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> tries = new HashMap<>();

    /**
     * Begins with none.
     *
     * @param isReadAsWritten whether a body has the faults that its value has, as JSON does and forms do not, where all is text
     */
    BodyFaults(boolean isReadAsWritten) {
        this.isReadAsWritten = isReadAsWritten;
    }

    /** {@return whether a value may show a fault that is not known} */
    boolean isWorthATry(Mutation mutation) {
        boolean isKnown = mutation.violations().stream()
                .filter(fault -> isMeant(fault, mutation))
                .allMatch(fault -> known.contains(CoverageCase.kind(fault, mutation)));
        return !isKnown
                && (isReadAsWritten
                        || tries.merge(CoverageCase.kind(mutation.violation(), mutation), 1, Integer::sum)
                                <= MOST_TRIES);
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
