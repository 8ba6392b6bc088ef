package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.guard.comparison.changes.OperationChange;

/** Compares the servers of an operation. */
record ServerComparison(OperationDifferences differences, Operation before, Operation now) {
    private static final int MOST_URLS = 200;

    void compare() {
        Map<String, Node> servers = servers(before);
        Map<String, Node> serversNow = servers(now);
        String path = before.template().shape();
        String pathNow = now.template().shape();
        // What was part of the paths may have become part of the servers, or the other way.
        Map<String, Node> urls = path.equals(pathNow) ? servers : followedBy(servers, path);
        Map<String, Node> urlsNow = path.equals(pathNow) ? serversNow : followedBy(serversNow, pathNow);
        urls.forEach((url, server) -> {
            if (!urlsNow.containsKey(url)) {
                Node place = urlsNow.values().iterator().next();
                differences.tell(OperationChange.SERVER_REMOVED, "the server " + url + " is gone", server, place);
            }
        });
        urlsNow.forEach((url, server) -> {
            if (!urls.containsKey(url)) {
                Node place = urls.values().iterator().next();
                differences.tell(OperationChange.SERVER_ADDED, "the server " + url + " is new", place, server);
            }
        });
        compareDefaults();
    }

    private static Map<String, Node> followedBy(Map<String, Node> servers, String path) {
        Map<String, Node> urls = new LinkedHashMap<>();
        servers.forEach((url, server) -> urls.put(("/".equals(url) ? "" : url) + path, server));
        return urls;
    }

    private void compareDefaults() {
        List<Node> servers = declared(before);
        List<Node> serversNow = declared(now);
        for (int i = 0; i < Math.min(servers.size(), serversNow.size()); i++) {
            Node server = servers.get(i);
            Node serverNow = serversNow.get(i);
            if (server.text("url").equals(serverNow.text("url"))) {
                server.members("variables").forEach((name, variable) -> compareDefaults(name, variable, serverNow));
            }
        }
    }

    private void compareDefaults(String name, Node variable, Node serverNow) {
        Node other = serverNow.members("variables").get(name);
        String value = variable.text("default").orElse("");
        String valueNow = other == null ? value : other.text("default").orElse(value);
        if (other != null && !value.equals(valueNow)) {
            differences.tell(
                    OperationChange.SERVER_DEFAULT_CHANGED,
                    "the server variable '" + name + "' is " + valueNow + " by default now, it was " + value,
                    variable.get("default").orElse(variable),
                    other.get("default").orElse(other));
        }
    }

    /** The innermost servers that are declared. */
    private static List<Node> declared(Operation operation) {
        Node node = operation.node();
        Node parent = node.parent();
        for (Node holder :
                List.of(node, parent, parent.parent(), node.document().root())) {
            List<Node> servers = holder.items("servers");
            if (!servers.isEmpty()) {
                return servers;
            }
        }
        return List.of();
    }

    /** All URLs of the servers, else the one that documents have without saying so. */
    private static Map<String, Node> servers(Operation operation) {
        Map<String, Node> servers = new LinkedHashMap<>();
        for (Node server : declared(operation)) {
            urls(server).forEach(url -> servers.putIfAbsent(trimmed(url), server));
        }
        if (servers.isEmpty()) {
            servers.put("/", operation.node().document().root());
        }
        return servers;
    }

    private static String trimmed(String url) {
        return url.length() > 1 && url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The URL with each value of its variables; those that may be anything stay as they are. */
    private static Set<String> urls(Node server) {
        Set<String> urls = new LinkedHashSet<>();
        urls.add(server.text("url").orElse("/"));
        server.members("variables").forEach((name, variable) -> {
            List<String> values = new ArrayList<>();
            variable.items("enum").forEach(value -> values.add(value.value().asString("")));
            if (values.isEmpty() || values.size() * urls.size() > MOST_URLS) {
                return;
            }
            List<String> open = List.copyOf(urls);
            urls.clear();
            for (String url : open) {
                values.forEach(value -> urls.add(url.replace("{" + name + "}", value)));
            }
        });
        return urls;
    }
}
