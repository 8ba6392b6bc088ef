package plumbline.guard.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.SecurityScheme;
import plumbline.guard.comparison.changes.OperationChange;

/** Compares how clients come by the credentials of a scheme: the flows of OAuth 2, their scopes, and URLs. */
record SecurityDefinitions(OperationDifferences differences, SecurityScheme before, SecurityScheme now) {
    private static final List<String> URLS =
            List.of("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl");

    void compare() {
        compareUrls(before.node(), now.node(), "", List.of("openIdConnectUrl", "oauth2MetadataUrl"));
        compareFormats();
        Map<String, Node> flows = before.node().members("flows");
        Map<String, Node> flowsNow = now.node().members("flows");
        flows.forEach((name, flow) -> {
            Node other = flowsNow.get(name);
            if (other == null) {
                differences.tell(
                        OperationChange.SECURITY_FLOW_REMOVED,
                        title() + ": the flow " + name + " is gone",
                        flow,
                        place(now.node(), "flows"));
            } else {
                compareUrls(flow, other, " of the flow " + name, URLS);
                compareScopes(flow, other, name);
            }
        });
        flowsNow.forEach((name, flow) -> {
            if (!flows.containsKey(name)) {
                differences.tell(
                        OperationChange.SECURITY_FLOW_ADDED,
                        title() + ": the flow " + name + " is new",
                        place(before.node(), "flows"),
                        flow);
            }
        });
    }

    private String title() {
        return "security scheme '" + now.name() + "'";
    }

    private static Node place(Node owner, String keyword) {
        return owner.get(keyword).orElse(owner);
    }

    private void compareUrls(Node old, Node other, String of, List<String> keywords) {
        for (String keyword : keywords) {
            Optional<String> url = old.text(keyword);
            String urlNow = other.text(keyword).orElse("gone");
            if (url.isPresent() && !url.get().equals(urlNow)) {
                differences.tell(
                        OperationChange.SECURITY_URL_CHANGED,
                        title() + ": '" + keyword + "'" + of + " is " + urlNow + " now, it was " + url.get(),
                        place(old, keyword),
                        place(other, keyword));
            }
        }
    }

    private void compareFormats() {
        String format = before.node().text("bearerFormat").orElse("");
        String formatNow = now.node().text("bearerFormat").orElse("");
        if (!format.equals(formatNow)) {
            differences.tell(
                    OperationChange.SECURITY_TOKEN_FORMAT_CHANGED,
                    title() + ": the format of tokens is " + (formatNow.isEmpty() ? "not told any more" : formatNow)
                            + (formatNow.isEmpty() || format.isEmpty() ? "" : " now, it was " + format),
                    place(before.node(), "bearerFormat"),
                    place(now.node(), "bearerFormat"));
        }
    }

    private void compareScopes(Node flow, Node flowNow, String name) {
        Map<String, Node> scopes = flow.members("scopes");
        Map<String, Node> scopesNow = flowNow.members("scopes");
        scopes.forEach((scope, node) -> {
            if (!scopesNow.containsKey(scope)) {
                differences.tell(
                        OperationChange.SECURITY_SCOPE_UNDEFINED,
                        title() + ": the flow " + name + " no longer has the scope '" + scope + "'",
                        node,
                        place(flowNow, "scopes"));
            }
        });
        scopesNow.forEach((scope, node) -> {
            if (!scopes.containsKey(scope)) {
                differences.tell(
                        OperationChange.SECURITY_SCOPE_DEFINED,
                        title() + ": the flow " + name + " has the scope '" + scope + "' now",
                        place(flow, "scopes"),
                        node);
            }
        });
    }
}
