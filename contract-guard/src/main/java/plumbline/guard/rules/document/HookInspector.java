package plumbline.guard.rules.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks at the operationIds of webhooks and callbacks, which share their names with all other operations. */
final class HookInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        document.contract().ifPresent(contract -> inspect(contract, findings));
    }

    private static void inspect(Contract contract, FindingCollector findings) {
        Map<String, Node> known = new HashMap<>();
        contract.operations()
                .forEach(operation -> id(operation.node()).ifPresent(id -> known.putIfAbsent(id, operation.node())));
        List<Node> hooks =
                contract.hooks().stream().map(hook -> hook.operation().node()).toList();
        for (Node hook : hooks) {
            Optional<String> id = id(hook);
            Node first = id.isEmpty() ? null : known.putIfAbsent(id.get(), hook);
            if (first != null && !first.equals(hook)) {
                findings.add(
                        GuardRule.OPERATION_ID,
                        hook.get("operationId").orElse(hook),
                        "the operationId '" + id.orElseThrow() + "' is also that of #" + first.pointer(),
                        "give each operation its own");
            }
        }
    }

    private static Optional<String> id(Node operation) {
        return operation.text("operationId");
    }
}
