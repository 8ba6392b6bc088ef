package plumbline.contract.mending.schemas;

import java.util.Optional;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/** {@code exclusiveMinimum: true} beside a bound, as in OpenAPI 3.0, where the bound itself should stand. */
final class ExclusiveFlag implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        boolean isMended = fault.isAbout(Topic.SCHEMA)
                && fault.name().matches("exclusive(Minimum|Maximum)")
                && fault.value().isBoolean()
                && fault.tree().change(fault.parent(), schema -> rewrite(schema, fault.name()));
        return isMended ? Optional.of("it is read as in OpenAPI 3.0") : Optional.empty();
    }

    private static void rewrite(ObjectNode schema, String keyword) {
        JsonNode flag = schema.remove(keyword);
        String bound = keyword.endsWith("Minimum") ? "minimum" : "maximum";
        if (flag.booleanValue() && schema.path(bound).isNumber()) {
            schema.set(keyword, schema.remove(bound));
        }
    }
}
