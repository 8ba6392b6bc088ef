package plumbline.guard.rules;

import java.util.Set;
import plumbline.contract.document.Node;

/** Looks for keywords that have no effect on values of the type beside them. */
final class TypeInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node schema : subject.schemas()) {
            Set<String> types = Values.types(schema);
            if (!types.isEmpty()) {
                schema.members().forEach((name, value) -> keyword(types, name, value, notes));
            }
            boolean isArray = types.contains("array");
            if (isArray && subject.isVersion30() && schema.get("items").isEmpty()) {
                notes.add(
                        Catalogue.SCHEMA_ITEMS,
                        schema,
                        "the array says not what its items are",
                        "add 'items:', {} for any");
            }
        }
    }

    private static void keyword(Set<String> types, String name, Node value, Notes notes) {
        Values.typeFor(name).ifPresent(needed -> {
            boolean fits = types.contains(needed) || "number".equals(needed) && types.contains("integer");
            boolean isEmpty = value.value().isContainer() && value.value().isEmpty()
                    || value.value().isBoolean() && !value.value().booleanValue();
            if (!fits && !isEmpty) {
                notes.add(
                        Catalogue.SCHEMA_TYPE,
                        value,
                        "'" + name + "' has no effect on values of type " + String.join(" or ", types),
                        "remove it, or mend the type");
            }
        });
    }
}
