package plumbline.contract.validation.rewriting;

import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Turns {@code exclusiveMinimum} and {@code exclusiveMaximum} from flags beside a bound into the bound itself. */
final class ExclusiveFlags {
    private ExclusiveFlags() {}

    static void replaceIn(ObjectNode schema) {
        replace(schema, "exclusiveMinimum", "minimum");
        replace(schema, "exclusiveMaximum", "maximum");
    }

    private static void replace(ObjectNode schema, String keyword, String bound) {
        JsonNode flag = schema.remove(keyword);
        if (flag != null && flag.isBoolean() && flag.booleanValue() && schema.has(bound)) {
            schema.set(keyword, schema.remove(bound));
        } else if (flag != null && flag.isNumber()) {
            schema.set(keyword, flag);
        }
    }
}
