package plumbline.mock.state.kinds;

import java.util.Optional;
import java.util.Set;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Shows of an item what an answer documents.
 *
 * @param schemas the schemas of the contract
 * @param shapes what they say of properties
 */
public record Projection(Schemas schemas, Shapes shapes) {
    /** {@return the item as an answer shows it; nothing if that would not be valid} */
    public Optional<JsonNode> shown(JsonNode value, LivingKind kind, Schema view) {
        JsonNode whole = projected(value, kind, view);
        return isValid(whole, view) ? Optional.of(whole) : inOneForm(whole, view);
    }

    /** {@return what an answer shows of an item, in the first of its forms in which that is valid; nothing if it is in none} */
    public Optional<JsonNode> inOneForm(JsonNode whole, Schema view) {
        return whole instanceof ObjectNode item
                ? shapes.forms(view).stream()
                        .map(others -> without(item, others))
                        .filter(form -> isValid(form, view))
                        .findFirst()
                : Optional.empty();
    }

    private static JsonNode without(ObjectNode item, Set<String> names) {
        return item.deepCopy().remove(names);
    }

    /** {@return whether an answer may show this} */
    public boolean isValid(JsonNode shown, Schema view) {
        return schemas.isValid(view, Direction.RESPONSE, shown);
    }

    /** {@return the item as an answer shows it, valid or not} */
    public JsonNode projected(JsonNode value, LivingKind kind, Schema view) {
        if (!value.isObject()) {
            return value;
        }
        Set<String> declared = shapes.declared(kind);
        SchemaShape shape = shapes.of(view);
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        value.forEachEntry((name, member) -> {
            // What only another answer declares is not for this one; what none declares is the client's own.
            boolean isHere = !declared.contains(name)
                    || !shape.alternatives(name).isEmpty()
                    || shape.propertyNames().isEmpty();
            if (isHere && !shapes.isWriteOnly(view, name)) {
                shown.set(name, written(member, kind, view, name));
            }
        });
        return shown;
    }

    /** What names an item may be a number in one answer and a text in another. */
    private JsonNode written(JsonNode member, LivingKind kind, Schema view, String name) {
        boolean isName = member.isValueNode() && !view.equals(kind.schema()) && kind.isNamedBy(name);
        return isName ? name(member, view, name) : readable(member, view, name);
    }

    private JsonNode name(JsonNode member, Schema view, String name) {
        return shapes.of(view)
                .property(name)
                .filter(schema -> !schemas.isValid(schema, Direction.RESPONSE, member))
                .flatMap(schema -> TextValues.candidates(member.asString(""), shapes.of(schema)).stream()
                        .filter(value -> schemas.isValid(schema, Direction.RESPONSE, value))
                        .findFirst())
                .orElse(member);
    }

    private JsonNode readable(JsonNode member, Schema outer, String name) {
        if (!member.isContainer()) {
            return member;
        }
        return shapes.of(outer)
                .property(name)
                .map(schema -> readable(member, schema))
                .orElse(member);
    }

    private JsonNode readable(JsonNode value, Schema schema) {
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            value.forEachEntry((name, member) -> {
                if (!shapes.isWriteOnly(schema, name)) {
                    copy.set(name, readable(member, schema, name));
                }
            });
            return copy;
        }
        Optional<Schema> items = value.isArray() ? shapes.of(schema).items() : Optional.empty();
        if (items.isEmpty()) {
            return value;
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        value.forEach(element -> copy.add(readable(element, items.get())));
        return copy;
    }
}
