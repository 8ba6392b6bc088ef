package plumbline.mock.state.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.CollectionAddress;
import plumbline.mock.state.kinds.LivingKind;

/**
 * A list in an item that shows the items of a collection below it, as the {@code lines} of an order beside
 * {@code /orders/{id}/lines}.
 *
 * @param whole the kind of the items that show others
 * @param property where they show them
 * @param part the kind of those others
 * @param view the schema of one of them there
 */
public record EmbeddedPart(LivingKind whole, String property, LivingKind part, Schema view) {
    /** {@return the collection that an item shows} */
    public CollectionAddress collection(CollectionAddress wholes, List<String> key) {
        return new CollectionAddress(
                part.stored(),
                Stream.concat(wholes.scope().stream(), key.stream()).toList());
    }

    /** {@return what an item shows, by their names; nothing if it shows none, or does not name each} */
    public Optional<Map<List<String>, ObjectNode>> named(JsonNode item) {
        JsonNode list = item.path(property);
        if (!list.isArray()) {
            return Optional.empty();
        }
        Map<List<String>, ObjectNode> named = new LinkedHashMap<>();
        for (JsonNode element : list.values()) {
            List<String> key = key(element);
            if (key.size() != part.keyNames().size()
                    || !(element instanceof ObjectNode object)
                    || named.put(key, object) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }

    private List<String> key(JsonNode element) {
        List<String> key = new ArrayList<>();
        for (String name : part.keyNames()) {
            Optional.ofNullable(part.key(name))
                    .map(found -> element.at(found.pointer()))
                    .filter(value -> value.isValueNode() && !value.isNull())
                    .map(value -> value.asString(""))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(key::add);
        }
        return key;
    }
}
