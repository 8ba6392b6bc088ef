package plumbline.guard.rules.schemas;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for keywords that have no effect on values of the type beside them. */
final class TypeInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            Set<String> types = SchemaValues.types(schema);
            if (!types.isEmpty()) {
                schema.members().forEach((name, value) -> keyword(types, name, value, findings));
            }
            boolean isArray = types.contains("array");
            if (isArray && document.isVersion30() && schema.get("items").isEmpty()) {
                findings.add(
                        GuardRule.SCHEMA_ITEMS,
                        schema,
                        "the array says not what its items are",
                        "add 'items:', {} for any");
            }
        }
    }

    private static void keyword(Set<String> types, String name, Node value, FindingCollector findings) {
        SchemaValues.typeFor(name).ifPresent(needed -> {
            boolean fits = types.contains(needed) || "number".equals(needed) && types.contains("integer");
            boolean isEmpty = value.value().isContainer() && value.value().isEmpty()
                    || value.value().isBoolean() && !value.value().booleanValue();
            if (!fits && !isEmpty) {
                findings.add(
                        GuardRule.SCHEMA_TYPE,
                        value,
                        "'" + name + "' has no effect on values of type " + String.join(" or ", types),
                        "remove it, or mend the type");
            }
        });
    }
}
