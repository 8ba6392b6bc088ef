package plumbline.guard.comparison.schemas;

import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;

/** Names schemas by the place that they stand at. */
final class SchemaTitle {
    private static final Set<String> NAMING = Set.of("properties", "patternProperties");
    private static final Set<String> COMPOSING = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> COMPONENTS = Set.of("schemas", "definitions", "$defs");

    private SchemaTitle() {}

    static String of(Node schema) {
        Node around = schema.parent();
        if (NAMING.contains(around.name())) {
            return "property '" + schema.name() + "'";
        }
        if (COMPONENTS.contains(around.name())) {
            return "schema '" + schema.name() + "'";
        }
        if (COMPOSING.contains(around.name())) {
            return of(around.parent());
        }
        return switch (schema.name()) {
            case "items", "contains" -> "items of " + of(around);
            case "additionalProperties", "unevaluatedProperties" -> "further properties of " + of(around);
            case "contentSchema" -> "content of " + of(around);
            case "propertyNames" -> "property names of " + of(around);
            case "schema" -> ofMessage(around);
            case "itemSchema" -> "items of body";
            default ->
                "prefixItems".equals(around.name()) ? "item " + schema.name() + " of " + of(around.parent()) : "schema";
        };
    }

    /** What a schema describes: a body, or else a parameter or a header. */
    private static String ofMessage(Node described) {
        Node around = described.parent();
        return switch (around.name()) {
            case "content" -> parameter(around.parent()).orElse("body");
            case "headers" -> "header '" + described.name() + "'";
            default -> parameter(described).orElse("value");
        };
    }

    private static Optional<String> parameter(Node node) {
        return node.text("in").flatMap(in -> node.text("name").map(name -> in + " parameter '" + name + "'"));
    }
}
