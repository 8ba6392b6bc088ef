package plumbline.contract.mending.schemas;

import java.util.Optional;
import plumbline.contract.inspection.Kind;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Something else where a schema should stand, mostly nothing. */
final class MissingSchema implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        if (!fault.expects(Kind.SCHEMA)) {
            return Optional.empty();
        }
        String text = fault.value().isString() ? fault.value().stringValue() : "";
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        fault.tree().replace(fault.pointer(), schema);
        if (text.startsWith("#/")) {
            schema.put("$ref", text);
            return Optional.of("it is taken for a reference");
        }
        if (TypeNames.isKnown(text)) {
            schema.put("type", text);
            return Optional.of("it is taken for a type");
        }
        return Optional.of("anything is allowed there");
    }
}
