package plumbline.guard.rules.schemas;

import java.util.List;
import java.util.Map;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.json.jackson.databind.JsonNode;

/** Looks for bounds that nothing fits between. */
final class BoundsInspector implements Inspector {
    private static final Map<String, String> PAIRS = Map.of(
            "minLength", "maxLength",
            "minItems", "maxItems",
            "minProperties", "maxProperties",
            "minContains", "maxContains",
            "minimum", "maximum");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            PAIRS.forEach((low, high) -> pair(schema, low, high, findings));
            exclusive(schema, findings);
            if (document.isVersion30()) {
                flag(schema, "minimum", "exclusiveMinimum", findings);
                flag(schema, "maximum", "exclusiveMaximum", findings);
            }
        }
    }

    private static void flag(Node schema, String bound, String flag, FindingCollector findings) {
        schema.get(flag)
                .filter(node -> node.value().isNumber())
                .ifPresent(node -> findings.add(
                        GuardRule.SCHEMA_BOUNDS,
                        Severity.WARNING,
                        node,
                        "'" + flag + "' is true or false in OpenAPI 3.0, and a number means nothing to many tools",
                        "write '" + bound + ": " + node.value() + "' and '" + flag + ": true'"));
    }

    private static void pair(Node schema, String low, String high, FindingCollector findings) {
        JsonNode least = schema.value().path(low);
        JsonNode most = schema.value().path(high);
        if (!least.isNumber() || !most.isNumber()) {
            return;
        }
        int order = least.decimalValue().compareTo(most.decimalValue());
        boolean isExclusive =
                "minimum".equals(low) && (schema.flag("exclusiveMinimum") || schema.flag("exclusiveMaximum"));
        if (order > 0 || order == 0 && isExclusive) {
            schema.get(low)
                    .ifPresent(node -> findings.add(
                            GuardRule.SCHEMA_BOUNDS,
                            node,
                            "no value fits: '" + low + "' is " + least + " and '" + high + "' is " + most,
                            "swap or mend them"));
        }
    }

    private static void exclusive(Node schema, FindingCollector findings) {
        JsonNode above = schema.value().path("exclusiveMinimum");
        for (String high : List.of("exclusiveMaximum", "maximum")) {
            JsonNode most = schema.value().path(high);
            if (above.isNumber() && most.isNumber() && above.decimalValue().compareTo(most.decimalValue()) >= 0) {
                schema.get("exclusiveMinimum")
                        .ifPresent(node -> findings.add(
                                GuardRule.SCHEMA_BOUNDS,
                                node,
                                "no value fits: 'exclusiveMinimum' is " + above + " and '" + high + "' is " + most,
                                "swap or mend them"));
            }
        }
    }
}
