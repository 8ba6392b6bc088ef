package plumbline.guard.comparison;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import plumbline.contract.document.Node;
import plumbline.contract.operation.ResponseSpec;
import plumbline.guard.comparison.changes.OperationChange;
import plumbline.json.jackson.databind.JsonNode;

/** Compares where the links of a response lead. */
record LinkComparison(OperationDifferences differences, ResponseSpec before, ResponseSpec now) {
    void compare() {
        Map<String, Node> links = new TreeMap<>(before.links());
        Map<String, Node> linksNow = new TreeMap<>(now.links());
        links.forEach((name, link) -> {
            Node other = linksNow.get(name);
            if (other == null) {
                differences.tell(
                        OperationChange.RESPONSE_LINK_REMOVED,
                        "the link '" + name + "' is gone",
                        link,
                        now.node().get("links").orElse(now.node()));
            } else if (!meaning(link).equals(meaning(other))) {
                differences.tell(
                        OperationChange.RESPONSE_LINK_CHANGED, "the link '" + name + "' is different", link, other);
            }
        });
        linksNow.forEach((name, link) -> {
            if (!links.containsKey(name)) {
                differences.tell(
                        OperationChange.RESPONSE_LINK_ADDED,
                        "the link '" + name + "' is new",
                        before.node().get("links").orElse(before.node()),
                        link);
            }
        });
    }

    private static List<JsonNode> meaning(Node link) {
        Node resolved = link.resolved();
        return Stream.of("operationId", "operationRef", "parameters", "requestBody")
                .map(keyword -> resolved.value().path(keyword))
                .toList();
    }
}
