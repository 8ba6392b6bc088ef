package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Hook;
import plumbline.contract.operation.Operation;
import plumbline.guard.comparison.changes.Change;
import plumbline.guard.comparison.changes.ChangeCollector;
import plumbline.guard.comparison.changes.HookChange;
import plumbline.guard.comparison.changes.OperationChange;
import plumbline.guard.comparison.schemas.SchemaComparison;
import plumbline.guard.comparison.witnesses.WitnessSearch;

/**
 * Tells what a new contract means for clients that keep to an old one. What clients send may become wider but not narrower,
 * what they get narrower but not wider; how the documents are written does not matter.
 */
public final class Comparison {
    private final Contract old;
    private final Contract now;
    private final ChangeCollector collector = new ChangeCollector();
    private final SchemaComparison schemas;

    private Comparison(Contract old, Contract now) {
        this.old = old;
        this.now = now;
        this.schemas = new SchemaComparison(new WitnessSearch(old.version(), now.version()));
    }

    /** {@return all changes that matter to clients, breaking ones first} */
    public static List<Change> between(Contract old, Contract now) {
        return new Comparison(old, now).changes();
    }

    private List<Change> changes() {
        Map<String, List<Operation>> before = byPath(old);
        Map<String, List<Operation>> after = byPath(now);
        Map<String, List<Operation>> moved = byUrl(now, before.keySet());
        Map<String, List<Operation>> movedFrom = byUrl(old, after.keySet());
        before.forEach((path, operations) -> compare(operations, find(after, path, operations, moved)));
        after.forEach((path, operations) -> tellAdded(operations, find(before, path, operations, movedFrom)));
        compareHooks();
        return collector.changes();
    }

    /** Paths that differ only in the names of their parameters stand for the same URLs. */
    private static Map<String, List<Operation>> byPath(Contract contract) {
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            paths.computeIfAbsent(operation.template().shape(), key -> new ArrayList<>())
                    .add(operation);
        }
        return paths;
    }

    /** What has other paths than these may have the same URLs all the same, with a prefix in the servers. */
    private static Map<String, List<Operation>> byUrl(Contract contract, Set<String> known) {
        Map<String, List<Operation>> urls = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            String shape = operation.template().shape();
            if (!known.contains(shape)) {
                operation
                        .basePaths()
                        .forEach(base -> urls.computeIfAbsent(base + shape, key -> new ArrayList<>())
                                .add(operation));
            }
        }
        return urls;
    }

    private static List<Operation> find(
            Map<String, List<Operation>> byPath,
            String path,
            List<Operation> operations,
            Map<String, List<Operation>> byUrl) {
        List<Operation> same = byPath.get(path);
        if (same != null) {
            return same;
        }
        return operations.get(0).basePaths().stream()
                .map(base -> byUrl.getOrDefault(base + path, List.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private void compare(List<Operation> before, List<Operation> after) {
        for (Operation operation : before) {
            Operation same = withMethod(after, operation.method());
            if (same != null) {
                new OperationComparison(differences(same), operation, same).compare();
            } else {
                new RemovedOperation(differences(operation), operation)
                        .tell(after.isEmpty() ? paths(now) : pathItem(after.get(0)), after.isEmpty());
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

    private void compareHooks() {
        Map<String, Hook> before = hooks(old);
        Map<String, Hook> after = hooks(now);
        before.forEach((title, hook) -> {
            Hook same = after.get(title);
            if (same != null) {
                new HookComparison(differences(title), hook.operation(), same.operation()).compare();
                return;
            }
            boolean isAnnounced = hook.operation().description().deprecated();
            differences(title)
                    .tell(
                            isAnnounced ? HookChange.DEPRECATED_HOOK_REMOVED : HookChange.HOOK_REMOVED,
                            title + " is gone",
                            hook.operation().node(),
                            now.root().get("webhooks").orElse(now.root()));
        });
        after.forEach((title, hook) -> {
            if (!before.containsKey(title)) {
                differences(title)
                        .tell(
                                HookChange.HOOK_ADDED,
                                title + " is new",
                                old.root().get("webhooks").orElse(old.root()),
                                hook.operation().node());
            }
        });
    }

    private static Map<String, Hook> hooks(Contract contract) {
        Map<String, Hook> hooks = new LinkedHashMap<>();
        contract.hooks().forEach(hook -> hooks.putIfAbsent(hook.title(), hook));
        return hooks;
    }

    private static @Nullable Operation withMethod(List<Operation> operations, String method) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst()
                .orElse(null);
    }

    private OperationDifferences differences(Operation operation) {
        return differences(operation.title());
    }

    private OperationDifferences differences(String title) {
        return new OperationDifferences(collector, schemas, title, old.version(), now.version());
    }

    static Node pathItem(Operation operation) {
        Node parent = operation.node().parent();
        return "additionalOperations".equals(parent.name()) ? parent.parent() : parent;
    }

    private static Node paths(Contract contract) {
        return contract.root().get("paths").orElse(contract.root());
    }
}
