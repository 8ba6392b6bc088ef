package plumbline.guard.comparison;

import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.guard.anatomy.Sunset;
import plumbline.guard.comparison.changes.OperationChange;

/** Tells of an operation that is gone, and of whether clients had time to move away. */
record RemovedOperation(OperationDifferences differences, Operation operation) {
    /** @param place where it could be now */
    void tell(Node place, boolean isWholePathGone) {
        if (!operation.description().deprecated()) {
            if (isWholePathGone) {
                differences.tell(
                        OperationChange.PATH_REMOVED,
                        "path " + operation.template() + " is gone",
                        Comparison.pathItem(operation),
                        place);
            } else {
                differences.tell(
                        OperationChange.OPERATION_REMOVED, operation.title() + " is gone", operation.node(), place);
            }
            return;
        }
        Optional<Sunset> sunset = Sunset.of(operation.node());
        if (sunset.isEmpty()) {
            differences.tell(
                    OperationChange.DEPRECATED_OPERATION_REMOVED,
                    operation.title() + " is gone",
                    operation.node(),
                    place);
            return;
        }
        differences.tell(
                sunset.get().isToCome()
                        ? OperationChange.OPERATION_REMOVED_BEFORE_SUNSET
                        : OperationChange.OPERATION_REMOVED_AFTER_SUNSET,
                operation.title() + " is gone, which was to be there until "
                        + sunset.get().day(),
                sunset.get().node(),
                place);
    }
}
