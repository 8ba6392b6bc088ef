package plumbline.contract.mending.schemas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** A type that JSON Schema has another name for, or none. */
final class UnknownType implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        if (!fault.isAbout(Topic.SCHEMA)
                || !"type".equals(fault.name())
                || !fault.expects().isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> names =
                fault.value().isArray() ? fault.value().valueStream().toList() : List.of(fault.value());
        Set<String> types = new LinkedHashSet<>();
        boolean isAllMeant = !names.isEmpty();
        for (JsonNode name : names) {
            Optional<String> type = name.isNull() ? Optional.of("null") : TypeNames.meant(name.asString(""));
            type.ifPresent(types::add);
            isAllMeant &= type.isPresent();
        }
        if (!isAllMeant) {
            fault.tree().leaveOut(fault.pointer());
            return Optional.of("any type is allowed there");
        }
        fault.tree().replace(fault.pointer(), type(types));
        return Optional.of("it is read as " + String.join(" or ", types));
    }

    private static JsonNode type(Set<String> types) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (types.size() == 1) {
            return nodes.stringNode(types.iterator().next());
        }
        ArrayNode list = nodes.arrayNode();
        types.forEach(list::add);
        return list;
    }
}
