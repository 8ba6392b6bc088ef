package plumbline.contract.mending;

import java.util.Optional;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;

/** An operationId that another operation has, too. */
final class SharedOperationId implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        boolean isMended = fault.isAbout(Topic.OPERATION_ID)
                && fault.tree().change(fault.pointer(), operation -> operation.remove("operationId"));
        return isMended ? Optional.of("this one is known by its method and path") : Optional.empty();
    }
}
