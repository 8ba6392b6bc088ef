package plumbline.conformance.checks.scope;

import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/** Finds where two values differ. */
public final class Difference {
    private Difference() {}

    /** {@return the pointer to the first place, in document order, where the values differ; empty if that is the root} */
    public static String between(JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject() && before.size() == after.size()) {
            for (String name : before.propertyNames()) {
                if (!before.path(name).equals(after.path(name))) {
                    return after.has(name)
                            ? Pointers.child("", name) + between(before.path(name), after.path(name))
                            : "";
                }
            }
        }
        if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(after.get(i))) {
                    return Pointers.child("", i) + between(before.get(i), after.get(i));
                }
            }
        }
        return "";
    }
}
