package plumbline.guard.rules.messages;

import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for contents of which nothing is said. */
final class EmptyContentInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node media : document.objects("mediaType")) {
            boolean isJson = media.name().matches("(?i)application/(.*\\+)?json.*");
            Optional<Node> schema = media.get("schema");
            if (isJson && schema.isEmpty() && media.get("itemSchema").isEmpty()) {
                findings.add(
                        GuardRule.SCHEMA_EMPTY, media, "any content will do: no schema describes it", "add 'schema:'");
            } else if (isJson) {
                schema.filter(node -> node.value().isObject() && node.value().isEmpty())
                        .ifPresent(node -> findings.add(
                                GuardRule.SCHEMA_EMPTY,
                                node,
                                "any content will do: the schema is empty",
                                "describe it"));
            }
        }
    }
}
