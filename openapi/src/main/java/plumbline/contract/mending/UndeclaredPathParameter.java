package plumbline.contract.mending;

import java.util.Optional;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** A name in the braces of a path that no parameter has. */
final class UndeclaredPathParameter implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        String name = fault.problem().subject();
        boolean isMended = fault.isAbout(Topic.PATH_PARAMETER)
                && !name.isEmpty()
                && fault.tree().change(fault.pointer(), operation -> declare(name, operation, fault.isInSwagger()));
        return isMended ? Optional.of("it is taken to be a text") : Optional.empty();
    }

    private static void declare(String name, ObjectNode operation, boolean isSwagger) {
        if (!(operation.get("parameters") instanceof ArrayNode)) {
            operation.putArray("parameters");
        }
        ObjectNode parameter = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", "path")
                .put("required", true);
        (isSwagger ? parameter : parameter.putObject("schema")).put("type", "string");
        ((ArrayNode) operation.path("parameters")).add(parameter);
    }
}
