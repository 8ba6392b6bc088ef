package plumbline.guard.rules;

import java.util.Optional;
import plumbline.contract.document.Node;

/** Looks for contents of which nothing is said. */
final class EmptyInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node media : subject.objects("mediaType")) {
            boolean isJson = media.name().matches("(?i)application/(.*\\+)?json.*");
            Optional<Node> schema = media.get("schema");
            if (isJson && schema.isEmpty() && media.get("itemSchema").isEmpty()) {
                notes.add(
                        Catalogue.SCHEMA_EMPTY, media, "any content will do: no schema describes it", "add 'schema:'");
            } else if (isJson) {
                schema.filter(node -> node.value().isObject() && node.value().isEmpty())
                        .ifPresent(node -> notes.add(
                                Catalogue.SCHEMA_EMPTY,
                                node,
                                "any content will do: the schema is empty",
                                "describe it"));
            }
        }
    }
}
