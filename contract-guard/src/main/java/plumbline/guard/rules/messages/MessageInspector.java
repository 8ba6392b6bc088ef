package plumbline.guard.rules.messages;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.anatomy.DocumentParts;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks at requests and responses: can they have the bodies that are documented? */
final class MessageInspector implements Inspector {
    private static final Set<String> WITHOUT_BODY = Set.of("get", "head");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node operation : document.parts().of("operation")) {
            boolean isDelete = document.isVersion30() && "delete".equals(operation.name());
            if (WITHOUT_BODY.contains(operation.name()) || isDelete) {
                operation
                        .get("requestBody")
                        .filter(MessageInspector::saysSomething)
                        .ifPresent(body -> findings.add(
                                GuardRule.REQUEST_BODY_IGNORED,
                                isDelete ? Severity.NOTE : Severity.WARNING,
                                body,
                                "a body of " + operation.name().toUpperCase(Locale.ROOT)
                                        + " has no meaning that servers and proxies agree on",
                                "use parameters, or another method"));
            }
            responses(operation, findings);
            if (!document.isVersion30() && operation.get("responses").isEmpty()) {
                findings.add(
                        GuardRule.SUCCESS_MISSING,
                        operation,
                        "no response is documented",
                        "add 'responses:' with one such as '200'");
            }
        }
    }

    private static void responses(Node operation, FindingCollector findings) {
        Map<String, Node> responses = operation.members("responses");
        responses.forEach((status, response) -> {
            Optional<Node> content = DocumentParts.end(response)
                    .flatMap(end -> end.get("content"))
                    .filter(found -> !found.value().isEmpty())
                    .filter(found -> found.members().values().stream().anyMatch(MessageInspector::isDescribed));
            if (status.matches("1[0-9]{2}|204|205|304") && content.isPresent()) {
                findings.add(
                        GuardRule.RESPONSE_BODY_IGNORED,
                        content.get(),
                        "a response of status " + status + " has no body (RFC 9110)",
                        "remove 'content', or use another status");
            }
        });
        responses.values().forEach(response -> contentType(response, findings));
        boolean isSuccessTold =
                responses.keySet().stream().anyMatch(status -> status.matches("(?i)[123][0-9x]{2}|default"));
        if (!responses.isEmpty() && !isSuccessTold) {
            findings.add(
                    GuardRule.SUCCESS_MISSING,
                    operation,
                    "no response tells of success",
                    "add a response such as '200'");
        }
    }

    private static void contentType(Node response, FindingCollector findings) {
        DocumentParts.end(response)
                .ifPresent(end -> end.members("headers").forEach((name, header) -> {
                    if ("content-type".equalsIgnoreCase(name)) {
                        findings.add(
                                GuardRule.RESPONSE,
                                Severity.WARNING,
                                header,
                                "a header '" + name
                                        + "' is ignored: the media types under 'content' say it (OpenAPI, Response"
                                        + " Object)",
                                "remove it");
                    }
                }));
    }

    /** Generators write bodies without anything in them where there is none. */
    private static boolean saysSomething(Node body) {
        return DocumentParts.end(body)
                .filter(end -> end.flag("required")
                        || end.members("content").values().stream().anyMatch(MessageInspector::isDescribed))
                .isPresent();
    }

    private static boolean isDescribed(Node media) {
        Optional<Node> schema = media.get("schema").flatMap(DocumentParts::end);
        boolean isOfNothing = schema.map(found -> found.value().isEmpty()
                        || found.value().path("properties").isObject()
                                && found.value().path("properties").isEmpty())
                .orElse(false);
        return !isOfNothing;
    }
}
