package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.guard.comparison.changes.Change;
import plumbline.guard.comparison.changes.ChangeCollector;
import plumbline.guard.comparison.changes.OperationChange;
import plumbline.guard.comparison.schemas.SchemaComparison;

/**
 * Tells what a new contract means for clients that keep to an old one. What clients send may become wider but not narrower,
 * what they get narrower but not wider; how the documents are written does not matter.
 */
public final class Comparison {
    private final Contract old;
    private final Contract now;
    private final ChangeCollector collector = new ChangeCollector();
    private final SchemaComparison schemas = new SchemaComparison();

    private Comparison(Contract old, Contract now) {
        this.old = old;
        this.now = now;
    }

    /** {@return all changes that matter to clients, breaking ones first} */
    public static List<Change> between(Contract old, Contract now) {
        return new Comparison(old, now).changes();
    }

    private List<Change> changes() {
        Map<String, List<Operation>> before = byPath(old);
        Map<String, List<Operation>> after = byPath(now);
        before.forEach((path, operations) -> compare(operations, after.getOrDefault(path, List.of())));
        after.forEach((path, operations) -> tellAdded(operations, before.getOrDefault(path, List.of())));
        return collector.changes();
    }

    /** Paths that differ only in the names of their parameters stand for the same URLs. */
    private static Map<String, List<Operation>> byPath(Contract contract) {
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            String shape = operation.template().toString().replaceAll("\\{[^{}/]+}", "{}");
            paths.computeIfAbsent(shape, key -> new ArrayList<>()).add(operation);
        }
        return paths;
    }

    private void compare(List<Operation> before, List<Operation> after) {
        if (after.isEmpty()) {
            for (Operation operation : before) {
                boolean isAnnounced = operation.description().deprecated();
                OperationChange change =
                        isAnnounced ? OperationChange.DEPRECATED_OPERATION_REMOVED : OperationChange.PATH_REMOVED;
                String what = isAnnounced ? operation.title() : "path " + operation.template();
                Node place = isAnnounced ? operation.node() : pathItem(operation);
                differences(operation).tell(change, what + " is gone", place, paths(now));
            }
            return;
        }
        for (Operation operation : before) {
            Operation same = withMethod(after, operation.method());
            if (same != null) {
                new OperationComparison(differences(same), operation, same).compare();
            } else {
                OperationChange change = operation.description().deprecated()
                        ? OperationChange.DEPRECATED_OPERATION_REMOVED
                        : OperationChange.OPERATION_REMOVED;
                String what = operation.title() + " is gone";
                differences(operation).tell(change, what, operation.node(), pathItem(after.get(0)));
            }
        }
    }

    private void tellAdded(List<Operation> after, List<Operation> before) {
        for (Operation operation : after) {
            if (withMethod(before, operation.method()) == null) {
                Node place = before.isEmpty() ? paths(old) : pathItem(before.get(0));
                String what = operation.title() + " is new";
                differences(operation).tell(OperationChange.OPERATION_ADDED, what, place, operation.node());
            }
        }
    }

    private static @Nullable Operation withMethod(List<Operation> operations, String method) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst()
                .orElse(null);
    }

    private OperationDifferences differences(Operation operation) {
        return new OperationDifferences(collector, schemas, operation.title(), old.version(), now.version());
    }

    private static Node pathItem(Operation operation) {
        Node parent = operation.node().parent();
        return "additionalOperations".equals(parent.name()) ? parent.parent() : parent;
    }

    private static Node paths(Contract contract) {
        return contract.operations().stream()
                .map(operation -> operation.node().document().root())
                .map(root -> root.get("paths").orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
