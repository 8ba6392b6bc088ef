package plumbline.guard.comparison;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
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
        String text = operation.node().text("x-sunset").orElse("");
        Optional<LocalDate> sunset = date(text);
        if (sunset.isEmpty()) {
            differences.tell(
                    OperationChange.DEPRECATED_OPERATION_REMOVED,
                    operation.title() + " is gone",
                    operation.node(),
                    place);
            return;
        }
        boolean isTooEarly = sunset.get().isAfter(LocalDate.now(ZoneOffset.UTC));
        differences.tell(
                isTooEarly
                        ? OperationChange.OPERATION_REMOVED_BEFORE_SUNSET
                        : OperationChange.OPERATION_REMOVED_AFTER_SUNSET,
                operation.title() + " is gone, which was to be there until " + sunset.get(),
                operation.node().get("x-sunset").orElse(operation.node()),
                place);
    }

    /** The day of an ISO 8601 date or time. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
