package plumbline.mock.state.kinds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.listing.Terms;

/**
 * Pages of the one list that stands in a body.
 *
 * @param schemas the schemas of the contract
 * @param shapes what they say of properties
 */
public record BodyPages(Schemas schemas, Shapes shapes) {
    /**
     * {@return a page of what an item has a list of, where it has just one; the whole item where that must not be less}
     *
     * @param body how an answer shows the item
     * @param schema the schema of that answer
     * @param start how many elements come before the page
     * @param size how many it has at most
     */
    public JsonNode page(JsonNode body, Schema schema, int start, int size) {
        JsonNode page = body.deepCopy();
        Optional<ArrayNode> list = list(page);
        if (list.isEmpty()) {
            return body;
        }
        List<JsonNode> all = list.get().values().stream().toList();
        list.get().removeAll();
        all.stream().skip(start).limit(size).forEach(list.get()::add);
        if (all.size() - start <= size && page instanceof ObjectNode holder) {
            ended(holder, schema);
        }
        return schemas.isValid(schema, Direction.RESPONSE, page) ? page : body;
    }

    /** Has nothing name a next page; {@return whether anything did} */
    boolean ended(ObjectNode holder, Schema schema) {
        return ended(holder, schema, true);
    }

    private boolean ended(ObjectNode holder, Schema schema, boolean isOutermost) {
        boolean isOther = false;
        SchemaShape shape = shapes.of(schema);
        for (String name : List.copyOf(holder.propertyNames())) {
            Optional<Schema> property = shape.property(name);
            if (Terms.isNextPage(name) && holder.path(name).isValueNode()) {
                Stream.of(JsonNodeFactory.instance.nullNode(), JsonNodeFactory.instance.stringNode(""))
                        .filter(end -> property.filter(found -> schemas.isValid(found, Direction.RESPONSE, end))
                                .isPresent())
                        .findFirst()
                        .ifPresentOrElse(end -> holder.set(name, end), () -> remove(holder, name, shape));
                isOther = true;
            } else if (isOutermost && property.isPresent() && holder.path(name) instanceof ObjectNode inner) {
                isOther |= ended(inner, property.get(), false);
            }
        }
        return isOther;
    }

    private static void remove(ObjectNode holder, String name, SchemaShape shape) {
        if (!shape.requires(name)) {
            holder.remove(name);
        }
    }

    static Optional<ArrayNode> list(JsonNode body) {
        if (body instanceof ArrayNode list) {
            return Optional.of(list);
        }
        List<JsonNode> lists = body.values().stream().filter(JsonNode::isArray).toList();
        return lists.size() == 1 && lists.get(0) instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
    }
}
