package plumbline.mock.page;

import java.util.List;
import java.util.Optional;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.control.Call;
import plumbline.mock.control.Desk;
import plumbline.mock.state.inventory.Inventory;

/**
 * Shows and changes what is stored: {@code /items}, {@code /items/PATH} with the path of the item as one name.
 *
 * @param inventory what is stored
 */
public record ItemsDesk(Inventory inventory) implements Desk {
    @Override
    public Response answer(Call call) {
        if (call.is("GET", 0)) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            inventory.shelves().forEach(shelf -> list.add(json(shelf)));
            return Call.shown(list);
        }
        if (call.is("PUT", 1)) {
            return put(call);
        }
        if (call.is("DELETE", 1)) {
            return inventory.remove(call.names().get(0))
                    ? Response.of(204)
                    : Call.refused(404, "There is no such item", "Nothing is stored as " + call.names() + ".");
        }
        return call.unknown("/items, or PUT or DELETE /items/{path}");
    }

    private Response put(Call call) {
        try {
            Optional<String> fault = inventory.put(
                    call.names().get(0), Json.read(call.request().body().bytes()));
            return fault.map(detail -> Call.refused(422, "The item cannot be like this", detail))
                    .orElseGet(() -> Response.of(204));
        } catch (JsonException e) {
            return Call.refused(
                    400,
                    "The item cannot be read",
                    "It is no JSON: " + e.getMessage() + " (line " + e.line() + ", column " + e.column() + ").");
        }
    }

    private static ObjectNode json(Inventory.Shelf shelf) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", shelf.path());
        json.put("count", shelf.count());
        ArrayNode items = json.putArray("items");
        List<Inventory.Entry> entries = shelf.entries();
        entries.forEach(entry -> {
            ObjectNode item = items.addObject();
            item.put("path", entry.path());
            item.put("made", entry.isMade());
            item.set("value", entry.value());
        });
        return json;
    }
}
