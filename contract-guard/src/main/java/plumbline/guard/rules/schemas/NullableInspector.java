package plumbline.guard.rules.schemas;

import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for {@code nullable} where it says nothing. */
final class NullableInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        if (!document.isVersion30()) {
            // Told by the reader: there, it means nothing at all.
            return;
        }
        for (Node schema : document.schemas()) {
            schema.get("enum")
                    .filter(values ->
                            schema.flag("nullable") && schema.get("type").isPresent())
                    .filter(values -> values.items().stream()
                            .noneMatch(value -> value.value().isNull()))
                    .ifPresent(values -> findings.add(
                            GuardRule.SCHEMA_NULLABLE,
                            Severity.WARNING,
                            values,
                            "the values lack null, which 'nullable' allows: other tools refuse it (OpenAPI 3.0.3)",
                            "list null, too, or drop 'nullable'"));
            schema.get("nullable")
                    .filter(nullable -> nullable.value().asBoolean(false) && isWithoutEffect(schema))
                    .ifPresent(nullable -> findings.add(
                            GuardRule.SCHEMA_NULLABLE,
                            Severity.NOTE,
                            nullable,
                            "'nullable' allows null only beside a 'type' (OpenAPI 3.0.3), and other tools may refuse"
                                    + " it here",
                            "add the type"));
        }
    }

    /** Without any other keyword, null is allowed anyway. */
    private static boolean isWithoutEffect(Node schema) {
        return schema.get("type").isEmpty()
                && (schema.get("allOf").isPresent()
                        || schema.get("oneOf").isPresent()
                        || schema.get("anyOf").isPresent()
                        || schema.get("enum").isPresent());
    }
}
