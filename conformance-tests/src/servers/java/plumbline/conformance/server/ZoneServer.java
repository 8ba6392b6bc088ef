package plumbline.conformance.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.contract.Match;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * A server of zones, as name servers have them: a zone is where its name says, a name has to end in a dot, which the contract does
 * not say, and a zone that is given another name is somewhere else from then on.
 */
public final class ZoneServer implements Handler {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final KeptContract contract = KeptContract.of("zones.yaml");
    private final Map<String, ObjectNode> zones = new TreeMap<>();

    /** A server that has one zone. */
    public ZoneServer() {
        put(NODES.objectNode().put("name", "first.example.").put("kind", "Master"));
    }

    /** {@return what it holds, by id} */
    public synchronized Map<String, String> zones() {
        Map<String, String> texts = new TreeMap<>();
        zones.forEach((id, zone) -> texts.put(id, zone.toString()));
        return texts;
    }

    @Override
    public synchronized Reply answer(Request request) {
        Match match = contract.match(request);
        if (match instanceof Match.WrongMethod wrong) {
            return KeptContract.wrong(wrong);
        }
        if (!(match instanceof Match.Found found)) {
            return problem(404);
        }
        Optional<JsonNode> body = KeptContract.body(found, request);
        boolean isAllowed = contract.allows(found, request)
                && body.filter(zone -> !zone.path("name").asString("").matches("([^.]+\\.)+"))
                        .isEmpty();
        String id = PercentCoding.decode(found.pathValues().getOrDefault("zone_id", ""))
                .orElse("");
        if (!id.isEmpty() && !zones.containsKey(id)) {
            return problem(404);
        }
        return isAllowed ? answer(request.method(), id, body) : problem(400);
    }

    private Reply answer(String method, String id, Optional<JsonNode> body) {
        if (body.isPresent()) {
            return placed(id, body.get());
        }
        if ("DELETE".equals(method)) {
            zones.remove(id);
            return Reply.of(204);
        }
        ArrayNode all = NODES.arrayNode();
        zones.values().forEach(all::add);
        return Reply.json(200, (id.isEmpty() ? all : zones.getOrDefault(id, NODES.objectNode())).toString());
    }

    private Reply placed(String id, JsonNode body) {
        String name = body.path("name").asString();
        if (!name.equals(id) && zones.containsKey(name)) {
            return problem(409);
        }
        zones.remove(id);
        return Reply.json(id.isEmpty() ? 201 : 200, put((ObjectNode) body).toString());
    }

    private ObjectNode put(ObjectNode zone) {
        String name = zone.path("name").asString();
        ObjectNode kept = zone.deepCopy().retain(List.of("name", "kind")).put("id", name);
        zones.put(name, kept);
        return kept;
    }

    private static Reply problem(int status) {
        return Reply.json(status, NODES.objectNode().put("message", "Conflict").toString());
    }
}
