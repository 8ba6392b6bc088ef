package plumbline.guard.rules;

import plumbline.contract.document.Node;
import plumbline.finding.Severity;

/** Looks for {@code nullable} where it says nothing. */
final class NullableInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node schema : subject.schemas()) {
            schema.get("nullable").ifPresent(nullable -> {
                if (!subject.isVersion30()) {
                    notes.add(
                            Catalogue.SCHEMA_NULLABLE,
                            nullable,
                            "'nullable' means nothing since OpenAPI 3.1",
                            "add 'null' to the types: type: [string, 'null']");
                } else if (nullable.value().asBoolean(false) && isWithoutEffect(schema)) {
                    notes.add(
                            Catalogue.SCHEMA_NULLABLE,
                            Severity.NOTE,
                            nullable,
                            "'nullable' allows null only beside a 'type' (OpenAPI 3.0.3), and other tools may refuse it here",
                            "add the type");
                }
            });
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
