package plumbline.guard.comparison.schemas;

import java.util.List;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;

/** Names schemas by the place that they stand at. */
final class SchemaTitle {
    private static final Set<String> NAMING = Set.of("properties", "patternProperties");
    private static final Set<String> COMPOSING = Set.of("allOf", "anyOf", "oneOf");

    private SchemaTitle() {}

    static String of(Node schema) {
        List<String> tokens = Pointers.tokens(schema.pointer());
        return of(tokens, tokens.size());
    }

    private static String of(List<String> tokens, int end) {
        String last = token(tokens, end - 1);
        String parent = token(tokens, end - 2);
        if (NAMING.contains(parent)) {
            return "property '" + last + "'";
        }
        if ("schemas".equals(parent) || "definitions".equals(parent) || "$defs".equals(parent)) {
            return "schema '" + last + "'";
        }
        if (COMPOSING.contains(parent)) {
            return of(tokens, end - 2);
        }
        return switch (last) {
            case "items", "contains" -> "items of " + of(tokens, end - 1);
            case "additionalProperties", "unevaluatedProperties" -> "further properties of " + of(tokens, end - 1);
            case "contentSchema" -> "content of " + of(tokens, end - 1);
            case "propertyNames" -> "property names of " + of(tokens, end - 1);
            case "schema" -> "content".equals(token(tokens, end - 3)) ? "body" : "value";
            case "itemSchema" -> "items of body";
            default -> "prefixItems".equals(parent) ? "item " + last + " of " + of(tokens, end - 2) : "schema";
        };
    }

    private static String token(List<String> tokens, int index) {
        return index < 0 ? "" : tokens.get(index);
    }
}
