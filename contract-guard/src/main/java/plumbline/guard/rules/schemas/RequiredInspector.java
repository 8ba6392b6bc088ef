package plumbline.guard.rules.schemas;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.text.Spelling;

/** Looks for required properties that nothing describes, which are mostly misspelt. */
final class RequiredInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            if (describesWhatItRequires(schema)) {
                continue;
            }
            ComposedSchema composition = ComposedSchema.of(schema);
            Set<String> known = composition.properties();
            if (composition.isOpen() || known.isEmpty() || isPartOfMore(document, schema)) {
                continue;
            }
            for (Node name : schema.items("required")) {
                String text = name.value().asString("");
                if (!known.contains(text)) {
                    boolean isImpossible = "false"
                            .equals(schema.value().path("additionalProperties").toString());
                    findings.add(
                            GuardRule.SCHEMA_REQUIRED,
                            isImpossible ? Severity.ERROR : Severity.WARNING,
                            name,
                            "the required property '" + text + "' is not described" + Spelling.suggestion(text, known),
                            isImpossible
                                    ? "describe it: no other properties are allowed"
                                    : "describe it under 'properties', or mend the name");
                }
            }
        }
    }

    private static boolean describesWhatItRequires(Node schema) {
        JsonNode own = schema.value().path("properties");
        return schema.items("required").stream()
                .allMatch(name -> own.has(name.value().asString("")));
    }

    /** What is required here may be described by what surrounds or includes it. */
    private static boolean isPartOfMore(InspectedDocument document, Node schema) {
        Node around = schema.parent();
        boolean isCondition =
                Set.of("if", "then", "else", "not", "dependentSchemas").contains(schema.name())
                        || "dependentSchemas".equals(around.name());
        return isCondition || document.parts().isComposed(schema);
    }
}
