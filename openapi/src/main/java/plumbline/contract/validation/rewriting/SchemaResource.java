package plumbline.contract.validation.rewriting;

import java.util.Map;
import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A schema rewritten as JSON Schema 2020-12 by itself.
 *
 * @param node the schema in the document
 * @param rewritten the rewritten schema, whose references are IRIs of other resources
 * @param moved pointers in the rewritten schema that stand elsewhere in the document, relative to the schema
 */
public record SchemaResource(Node node, JsonNode rewritten, Map<String, String> moved) {
    /** {@return the pointer, relative to the schema in the document, of a place in the rewritten schema} */
    public String original(String pointer) {
        String here = "";
        int start = 0;
        while (start < pointer.length()) {
            int end = pointer.indexOf('/', start + 1);
            end = end < 0 ? pointer.length() : end;
            // What has moved is keyed by where it stands in the document, except for the last steps.
            String next = here + pointer.substring(start, end);
            here = moved.getOrDefault(next, next);
            start = end;
        }
        return here;
    }
}
