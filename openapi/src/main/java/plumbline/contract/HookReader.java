package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.inspection.Problems;
import plumbline.contract.operation.Hook;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Operation;

/** Reads webhooks and callbacks; what is wrong with them was noted when the document was inspected. */
final class HookReader {
    /** Of documents for 3.0, which has no webhooks, {@code x-webhooks} is in wide use. */
    private static final List<String> WEBHOOKS = List.of("webhooks", "x-webhooks");

    private final Node root;
    private final Problems problems = new Problems();
    private final OperationReader reader;

    HookReader(Node root, OpenApiVersion version) {
        this.root = root;
        this.reader = new OperationReader(new ReaderContext(root, version, Optional.empty(), problems));
    }

    List<Hook> read(List<Operation> operations) {
        List<Hook> hooks = new ArrayList<>();
        for (String keyword : WEBHOOKS) {
            root.members(keyword).forEach((name, item) -> read("webhook " + name, item, hooks));
        }
        for (Operation operation : operations) {
            for (Map.Entry<String, Node> callback :
                    operation.node().members("callbacks").entrySet()) {
                String owner = "callback " + callback.getKey() + " of " + operation.method() + " "
                        + operation.template().shape();
                problems.resolve(callback.getValue()).ifPresent(found -> callbacks(owner, found, hooks));
            }
        }
        return List.copyOf(hooks);
    }

    private void callbacks(String owner, Node callback, List<Hook> hooks) {
        Map<String, Node> items = callback.members();
        items.keySet().removeIf(name -> name.startsWith("x-"));
        items.forEach((expression, item) -> read(items.size() > 1 ? owner + " at " + expression : owner, item, hooks));
    }

    private void read(String name, Node item, List<Hook> hooks) {
        problems.resolve(item)
                .ifPresent(found -> found.members().forEach((method, node) -> {
                    if (ContractReader.METHODS.contains(method)) {
                        operation(new OperationReader.Site("", method.toUpperCase(Locale.ROOT), found, node))
                                .ifPresent(operation -> hooks.add(new Hook(name, operation)));
                    }
                }));
    }

    private Optional<Operation> operation(OperationReader.Site site) {
        try {
            return reader.read(site);
        } catch (ContractException e) {
            return Optional.empty();
        }
    }
}
