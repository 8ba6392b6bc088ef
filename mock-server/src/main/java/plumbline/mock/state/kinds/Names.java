package plumbline.mock.state.kinds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.resources.Key;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Writes into an item how it is named, and of what it is a part.
 *
 * @param schemas the schemas of the contract
 * @param shapes what they say of properties
 */
record Names(Schemas schemas, Shapes shapes) {
    /** {@return what an item is named by, by the pointers to where it says so} */
    Map<String, JsonNode> of(LivingKind kind, ItemMaker.Making making) {
        Map<String, JsonNode> names = new LinkedHashMap<>();
        for (int i = 0; i < kind.scopeNames().size(); i++) {
            String pointer = Pointers.child("", kind.scopeNames().get(i));
            value(kind, pointer, making.scope().get(i)).ifPresent(value -> names.put(pointer, value));
        }
        for (int i = 0; i < kind.keyNames().size(); i++) {
            @Nullable Key key = kind.key(kind.keyNames().get(i));
            if (key != null && (key.source() == Key.Source.PROPERTY || i == 0)) {
                String text = key.source() == Key.Source.PROPERTY
                        ? making.key().get(i)
                        : kind.path(making.scope(), making.key());
                value(kind, key.pointer(), text).ifPresent(value -> names.put(key.pointer(), value));
            }
        }
        return names;
    }

    /** Writes names into an item; that of what it is part of only where it says that, or may. */
    void put(LivingKind kind, ObjectNode item, Map<String, JsonNode> names) {
        Set<String> outer = kind.scopeNames().stream()
                .filter(name -> !item.has(name)
                        && shapes.of(kind.schema()).alternatives(name).isEmpty())
                .map(name -> Pointers.child("", name))
                .collect(Collectors.toSet());
        names.forEach((pointer, value) -> {
            if (!outer.contains(pointer) && !isSaid(kind, item, pointer, value)) {
                Pointers.set(item, Pointers.tokens(pointer), value);
            }
        });
    }

    /** Whether a client has said it where no answer says what it is, so that it may be a number as well as a text. */
    private boolean isSaid(LivingKind kind, ObjectNode item, String pointer, JsonNode name) {
        JsonNode said = item.at(pointer);
        return said.isValueNode()
                && said.asString("").equals(name.asString(""))
                && shapes.of(kind.schema())
                        .alternatives(Pointers.tokens(pointer).get(0))
                        .isEmpty();
    }

    /** The value that a text stands for at a place of an item; nothing if none is allowed there. */
    private Optional<JsonNode> value(LivingKind kind, String pointer, String text) {
        Optional<Schema> here = shapes.at(kind.schema(), pointer);
        if (here.isEmpty()) {
            return Optional.of(JsonNodeFactory.instance.stringNode(text));
        }
        Schema schema = here.get();
        return TextValues.candidates(text, shapes.of(schema)).stream()
                .filter(value -> schemas.isValid(schema, Direction.RESPONSE, value))
                .findFirst();
    }
}
