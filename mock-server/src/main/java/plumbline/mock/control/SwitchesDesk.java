package plumbline.mock.control;

import java.util.List;
import java.util.function.Predicate;
import plumbline.contract.Contract;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Operation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.control.switches.Switch;
import plumbline.mock.control.switches.Switches;
import plumbline.text.Spelling;

/** Tells what operations there are and what each does, and has them do something else for a while. */
public final class SwitchesDesk implements Desk {
    private final Contract contract;
    private final Switches switches;
    private final Predicate<Operation> isList;

    /**
     * Makes a desk.
     *
     * @param isList tells operations that can be made to list nothing
     */
    public SwitchesDesk(Contract contract, Switches switches, Predicate<Operation> isList) {
        this.contract = contract;
        this.switches = switches;
        this.isList = isList;
    }

    @Override
    public Response answer(Call call) {
        if (call.is("GET", 0)) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            contract.operations().forEach(operation -> list.add(json(operation)));
            return Call.shown(list);
        }
        if (call.is("DELETE", 0)) {
            switches.clear();
            return Response.of(204);
        }
        return call.names().size() == 1
                ? contract.operation(call.names().get(0))
                        .map(operation -> answer(call, operation))
                        .orElseGet(() -> unknown(call.names().get(0)))
                : call.unknown("/operations or /operations/{operationId}");
    }

    private Response answer(Call call, Operation operation) {
        return switch (call.request().method()) {
            case "GET", "HEAD" -> Call.shown(json(operation));
            case "PUT" -> put(call, operation);
            case "DELETE" -> {
                switches.set(operation.id(), Switch.NONE);
                yield Response.of(204);
            }
            default ->
                Call.refused(405, "The method is not known here", "Use GET, PUT or DELETE.")
                        .withHeader("Allow", "GET, PUT, DELETE");
        };
    }

    private Response put(Call call, Operation operation) {
        JsonNode json;
        try {
            json = Json.read(call.request().body().bytes());
        } catch (JsonException e) {
            return Call.refused(400, "The switch cannot be read", "It is no JSON: " + e.getMessage() + ".");
        }
        SwitchReading reading = new SwitchReading(operation, json, isList);
        if (!reading.faults().isEmpty()) {
            return Call.refused(422, "The switch cannot be used", String.join(" ", reading.faults()));
        }
        switches.set(operation.id(), reading.value());
        return Call.shown(json(operation));
    }

    private Response unknown(String id) {
        List<String> ids = contract.operations().stream().map(Operation::id).toList();
        return Call.refused(
                404,
                "No operation has this operationId",
                contract.documentName() + " has none that is called '" + id + "'" + Spelling.suggestion(id, ids)
                        + ". Where an operation has no operationId, its method and path stand for it, such as"
                        + " GET%20%2Fbooks.");
    }

    private JsonNode json(Operation operation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", operation.id());
        json.put("method", operation.method());
        json.put("path", operation.template().toString());
        json.put("summary", operation.description().summary());
        Switch set = switches.of(operation.id());
        if (!set.equals(Switch.NONE)) {
            json.set("switch", json(set));
        }
        return json;
    }

    private static JsonNode json(Switch set) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (set.status() != null) {
            json.put("status", set.status().intValue());
        }
        if (set.example() != null) {
            json.put("example", set.example());
        }
        if (set.delay() != null) {
            json.put("delay", set.delay().toString());
        }
        if (set.fault() != null) {
            json.put("fault", set.fault().toString());
        }
        if (set.empty()) {
            json.put("empty", true);
        }
        return json;
    }
}
