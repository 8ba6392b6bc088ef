package plumbline.guard.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.guard.comparison.changes.OperationChange;

/** Compares the servers of an operation. */
record ServerComparison(OperationDifferences differences, Operation before, Operation now) {
    void compare() {
        Map<String, Node> servers = servers(before);
        Map<String, Node> serversNow = servers(now);
        servers.forEach((url, server) -> {
            if (!serversNow.containsKey(url)) {
                Node place = serversNow.values().iterator().next();
                differences.tell(OperationChange.SERVER_REMOVED, "the server " + url + " is gone", server, place);
            }
        });
        serversNow.forEach((url, server) -> {
            if (!servers.containsKey(url)) {
                Node place = servers.values().iterator().next();
                differences.tell(OperationChange.SERVER_ADDED, "the server " + url + " is new", place, server);
            }
        });
    }

    /** The innermost servers that are declared, else the one that documents have without saying so. */
    private static Map<String, Node> servers(Operation operation) {
        Node node = operation.node();
        Node parent = node.parent();
        Node root = node.document().root();
        Map<String, Node> servers = new LinkedHashMap<>();
        for (Node holder : List.of(node, parent, parent.parent(), root)) {
            for (Node server : holder.items("servers")) {
                String url = server.text("url").orElse("/");
                servers.putIfAbsent(
                        url.length() > 1 && url.endsWith("/") ? url.substring(0, url.length() - 1) : url, server);
            }
            if (!servers.isEmpty()) {
                return servers;
            }
        }
        servers.put("/", root);
        return servers;
    }
}
