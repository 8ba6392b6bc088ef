package plumbline.conformance.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import plumbline.conformance.Suites;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** A server of one kind of things, which keeps its contract and has rules of its own besides. */
public final class ShelfServer implements Handler {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final KeptContract contract;
    private final Rules rules;
    private final Map<String, ObjectNode> items = new TreeMap<>();
    private int last = 40;

    /**
     * What is not in the contract.
     *
     * @param keys the properties that name an item, which the client chooses; "id" if the server does
     * @param isAllowed whether a body that is valid is taken
     */
    private record Rules(List<String> keys, Predicate<JsonNode> isAllowed) {
        boolean isNamedByServer() {
            return keys.contains("id");
        }

        String name(JsonNode item) {
            return keys.stream().map(key -> item.path(key).asString()).collect(Collectors.joining("/"));
        }
    }

    private ShelfServer(String contract, Rules rules, List<ObjectNode> first) {
        this.contract = KeptContract.of(contract);
        this.rules = rules;
        first.forEach(item -> items.put(rules.name(item), item));
    }

    /** {@return a shelf of boxes that those who put them there name; it has tea and salt} */
    public static ShelfServer ofNames() {
        return new ShelfServer(
                "named-boxes.yaml",
                new Rules(List.of("name"), body -> true),
                List.of(box("name", "tea"), box("name", "salt")));
    }

    /** {@return a shelf of bookings that end after they begin, in times to come; it has one if that is asked for} */
    public static ShelfServer ofRules(boolean hasOne) {
        ObjectNode first = NODES.objectNode()
                .put("id", 7)
                .put("title", "opening")
                .put("from", "2098-05-01T10:00:00Z")
                .put("until", "2098-05-01T12:00:00Z");
        return new ShelfServer(
                "bookings.yaml",
                new Rules(
                        List.of("id"),
                        body -> isInTime(
                                body.path("from").asString(""),
                                body.path("until").asString(""))),
                hasOne ? List.of(first) : List.of());
    }

    private static boolean isInTime(String from, String until) {
        return from.compareTo("2090") > 0 && until.compareTo(from) > 0;
    }

    /** {@return a shelf of labels that come as forms; it has one} */
    public static ShelfServer ofForms() {
        return new ShelfServer(
                "labels.yaml",
                new Rules(List.of("id"), body -> true),
                List.of(box("label", "blue").put("id", 7)));
    }

    /** {@return a shelf of boxes that are put where those who put them say; it has tea and salt} */
    public static ShelfServer ofPlaces() {
        return new ShelfServer(
                "placed-boxes.yaml",
                new Rules(List.of("name"), body -> true),
                List.of(box("name", "tea"), box("name", "salt")));
    }

    /** {@return seats that two names together name, one of them taken} */
    public static ShelfServer ofSeats() {
        return new ShelfServer(
                "seats.yaml",
                new Rules(List.of("row", "number"), body -> true),
                List.of(NODES.objectNode().put("row", "A").put("number", 1).put("guest", "Grace")));
    }

    private static ObjectNode box(String key, String name) {
        return NODES.objectNode().put(key, name).put("size", 3);
    }

    /** {@return the file of its contract} */
    public static String contract(String name) {
        return Suites.resource(name).toString();
    }

    /** {@return what it holds, by name} */
    public synchronized Map<String, String> items() {
        Map<String, String> texts = new TreeMap<>();
        items.forEach((name, item) -> texts.put(name, item.toString()));
        return texts;
    }

    @Override
    public synchronized Reply answer(Request request) {
        Match match = contract.match(request);
        if (match instanceof Match.WrongMethod wrong) {
            return KeptContract.wrong(wrong);
        }
        if (!(match instanceof Match.Found found)) {
            return problem(404, "there is nothing here");
        }
        if (!contract.allows(found, request)) {
            return problem(400, "the request is not valid");
        }
        Optional<JsonNode> body = KeptContract.body(found, request);
        if (body.isPresent() && !rules.isAllowed().test(body.get())) {
            return problem(422, "the rules are against it");
        }
        ObjectNode sent = body.map(value -> (ObjectNode) value).orElseGet(NODES::objectNode);
        return found.pathValues().isEmpty() ? collection(request, sent) : item(request, found, sent);
    }

    private Reply collection(Request request, ObjectNode sent) {
        if (!"POST".equals(request.method())) {
            ArrayNode all = NODES.arrayNode();
            items.values().forEach(all::add);
            return Reply.json(200, all.toString());
        }
        ObjectNode item = sent.deepCopy();
        if (rules.isNamedByServer()) {
            last++;
            item.put("id", last);
        }
        if (items.putIfAbsent(rules.name(item), item) != null) {
            return problem(409, "there is one of this " + String.join(" and ", rules.keys()));
        }
        return Reply.json(201, item.toString());
    }

    private Reply item(Request request, Match.Found found, ObjectNode sent) {
        String name = found.operation().template().names().stream()
                .map(parameter -> found.pathValues().getOrDefault(parameter, ""))
                .collect(Collectors.joining("/"));
        if ("PUT".equals(request.method()) && found.operation().response("201").isPresent()) {
            return placed(name, sent);
        }
        ObjectNode item = items.get(name);
        if (item == null) {
            return problem(404, "there is none of this name");
        }
        if ("DELETE".equals(request.method())) {
            items.remove(name);
            return Reply.of(204);
        }
        sent.remove(rules.keys());
        if ("PUT".equals(request.method())) {
            item.setAll(sent);
        }
        return Reply.json(200, item.toString());
    }

    private Reply placed(String name, ObjectNode sent) {
        return rules.name(sent).equals(name)
                ? Reply.json(items.put(name, sent.deepCopy()) == null ? 201 : 200, sent.toString())
                : problem(400, "its name is another one than that of its place");
    }

    private static Reply problem(int status, String message) {
        return Reply.json(status, NODES.objectNode().put("message", message).toString());
    }
}
