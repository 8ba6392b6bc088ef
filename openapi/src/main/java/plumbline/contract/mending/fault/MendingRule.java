package plumbline.contract.mending.fault;

import java.util.Optional;

/** Knows what authors mean by one kind of fault. */
@FunctionalInterface
public interface MendingRule {
    /** {@return what was done, to follow on "so", or nothing if this is no fault of the kind} */
    Optional<String> mend(Fault fault);
}
