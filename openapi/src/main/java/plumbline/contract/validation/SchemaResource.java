package plumbline.contract.validation;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import tools.jackson.databind.JsonNode;

/**
 * A schema rewritten as JSON Schema 2020-12 by itself.
 *
 * @param node the schema in the document
 * @param rewritten the rewritten schema, whose references are IRIs of other resources
 * @param moved pointers in the rewritten schema that stand elsewhere in the document, relative to the schema
 */
record SchemaResource(Node node, JsonNode rewritten, Map<String, String> moved) {
    /** {@return the pointer, relative to the schema in the document, of a place in the rewritten schema} */
    String original(String pointer) {
        String here = pointer;
        String prefix = outermost(here);
        // Prefixes are keyed by where they stand in the document, so the outer ones must be undone first.
        while (prefix != null) {
            here = moved.get(prefix) + here.substring(prefix.length());
            prefix = outermost(here);
        }
        return here;
    }

    private @Nullable String outermost(String pointer) {
        return moved.keySet().stream()
                .filter(prefix -> pointer.equals(prefix) || pointer.startsWith(prefix + "/"))
                .min(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
