package plumbline.conformance.server;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.contract.Match;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * A server that does what servers in the wild do: a method that it does not know is a path that it does not know, what is in a box
 * stays when the box is removed, but is out of reach, an action takes a box out of use, another one empties everything, tokens cannot
 * be read, a tag is put where it says, over whatever is there, and the statistics count.
 */
public final class WarehouseServer implements Handler {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final KeptContract contract = KeptContract.of("warehouse.yaml");
    private final Map<String, ObjectNode> kept = new TreeMap<>();
    private final Set<String> sealed = new TreeSet<>();
    private int last = 40;
    private int requests;

    /** A server that has a box, a thing in it, a token, some tags and a profile. */
    public WarehouseServer() {
        kept.put("/boxes/7", box(7, "first"));
        kept.put("/boxes/7/things/8", box(8, "first"));
        kept.put("/tokens/9", box(9, "first"));
        kept.put("/profile", tag("nobody"));
        for (String name : new String[] {"7", "1.5", "True", "true", "[]", "{}"}) {
            kept.put("/tags/" + name, tag(name));
        }
    }

    /** {@return what it holds, by path} */
    public synchronized Map<String, String> kept() {
        Map<String, String> texts = new TreeMap<>();
        kept.forEach((path, item) -> texts.put(path, item.toString()));
        return texts;
    }

    @Override
    public synchronized Reply answer(Request request) {
        requests++;
        if (!(contract.match(request) instanceof Match.Found found)) {
            return Reply.of(404);
        }
        String path =
                PercentCoding.decode(request.path().substring("/api".length())).orElse("");
        Optional<JsonNode> body = KeptContract.body(found, request);
        if (found.operation().id().equals("createTag")) {
            return tag(body);
        }
        return contract.allows(found, request)
                ? answer(found.operation().id(), path, body.orElseGet(NODES::objectNode))
                : Reply.of(400);
    }

    private Reply answer(String id, String path, JsonNode body) {
        return switch (id) {
            case "readStats" ->
                Reply.json(200, NODES.objectNode().put("requests", requests).toString());
            case "listBoxes" ->
                Reply.json(
                        200,
                        NODES.objectNode()
                                .putNull("next")
                                .set("results", in("/boxes/"))
                                .toString());
            case "createBox", "createToken" -> created(path + "/", body);
            case "writeProfile" -> {
                kept.put(path, (ObjectNode) body);
                yield Reply.json(201, body.toString());
            }
            case "purgeBoxes" -> {
                kept.keySet().removeIf(key -> key.startsWith("/boxes/"));
                yield Reply.of(204);
            }
            default -> path.matches("/boxes/[0-9]+/.*") ? inBox(id, path, body) : one(id, path);
        };
    }

    private Reply inBox(String id, String path, JsonNode body) {
        String box = path.replaceAll("(/boxes/[0-9]+)/.*", "$1");
        if (!kept.containsKey(box)) {
            return Reply.of(404);
        }
        return switch (id) {
            case "sealBox" -> sealed.add(box) ? Reply.of(204) : Reply.of(409);
            case "listThings" -> Reply.json(200, in(path + "/").toString());
            case "createThing" -> sealed.contains(box) ? Reply.of(409) : created(path + "/", body);
            default -> one(id, path);
        };
    }

    private Reply one(String id, String path) {
        ObjectNode item = kept.get(path);
        if (item == null) {
            return Reply.of(404);
        }
        if (id.startsWith("remove")) {
            kept.remove(path);
            return Reply.of(204);
        }
        return Reply.json(200, item.toString());
    }

    private Reply created(String parent, JsonNode body) {
        last++;
        ObjectNode item = box(last, body.path("label").asString());
        kept.put(parent + last, item);
        return Reply.json(201, item.toString());
    }

    private Reply tag(Optional<JsonNode> body) {
        JsonNode name = body.map(sent -> sent.path("name")).orElseGet(NODES::missingNode);
        if (!name.isValueNode() || name.isNull() || name.asString("").isEmpty()) {
            return Reply.of(400);
        }
        // As Python writes them.
        String text = name.isBoolean() ? (name.asBoolean() ? "True" : "False") : name.asString();
        kept.put("/tags/" + text, tag(text));
        return Reply.json(201, tag(text).toString());
    }

    private ArrayNode in(String parent) {
        ArrayNode all = NODES.arrayNode();
        kept.forEach((path, item) -> {
            if (path.startsWith(parent) && path.indexOf('/', parent.length()) < 0) {
                all.add(item);
            }
        });
        return all;
    }

    private static ObjectNode box(int id, String label) {
        return NODES.objectNode().put("id", id).put("label", label);
    }

    private static ObjectNode tag(String name) {
        return NODES.objectNode().put("name", name);
    }
}
