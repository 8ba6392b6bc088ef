package plumbline.mock.state.kinds;

import java.util.Optional;
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
    void put(LivingKind kind, ObjectNode item, ItemMaker.Making making) {
        for (int i = 0; i < kind.scopeNames().size(); i++) {
            String name = kind.scopeNames().get(i);
            if (item.has(name) || !shapes.of(kind.schema()).alternatives(name).isEmpty()) {
                put(kind, item, Pointers.child("", name), making.scope().get(i));
            }
        }
        for (int i = 0; i < kind.keyNames().size(); i++) {
            @Nullable Key key = kind.key(kind.keyNames().get(i));
            if (key != null && key.source() == Key.Source.PROPERTY) {
                put(kind, item, key.pointer(), making.key().get(i));
            } else if (key != null && i == 0) {
                put(kind, item, key.pointer(), kind.path(making.scope(), making.key()));
            }
        }
    }

    private void put(LivingKind kind, ObjectNode item, String pointer, String text) {
        value(kind, pointer, text).ifPresent(value -> Pointers.set(item, Pointers.tokens(pointer), value));
    }

    /** The value that a text stands for at a place of an item; nothing if none is allowed there. */
    private Optional<JsonNode> value(LivingKind kind, String pointer, String text) {
        Optional<Schema> here = Optional.of(kind.schema());
        for (String name : Pointers.tokens(pointer)) {
            here = here.flatMap(outer -> shapes.of(outer).property(name));
        }
        if (here.isEmpty()) {
            return Optional.of(JsonNodeFactory.instance.stringNode(text));
        }
        Schema schema = here.get();
        return TextValues.candidates(text, shapes.of(schema)).stream()
                .filter(value -> schemas.isValid(schema, Direction.RESPONSE, value))
                .findFirst();
    }
}
