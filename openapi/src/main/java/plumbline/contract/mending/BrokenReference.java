package plumbline.contract.mending;

import java.util.Optional;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;

/** A reference that leads nowhere, in a circle, or where it must not. */
final class BrokenReference implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        boolean isMended = fault.isAbout(Topic.REFERENCE)
                && fault.value().path("$ref").isString()
                && fault.tree().change(fault.pointer(), object -> object.remove("$ref"));
        return isMended
                ? Optional.of("nothing is known of what it should lead to, and anything is allowed there")
                : Optional.empty();
    }
}
