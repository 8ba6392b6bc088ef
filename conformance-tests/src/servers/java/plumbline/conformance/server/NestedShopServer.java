package plumbline.conformance.server;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.conformance.Suites;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * A server of shops and, below each, of products. It keeps its contract, removes a shop with its products, and
 * counts on: ids are never used twice.
 */
public final class NestedShopServer implements Handler {
    /** The contract that it keeps. */
    public static final String CONTRACT = Suites.resource("nested-shop.yaml").toString();

    private static final String SHOPS = "/api/shops";

    private final Contract contract = Contract.read(CONTRACT, ReferencePolicy.strict(), Optional.of("/api"));
    private final RequestValidator validator = new RequestValidator(new Schemas(contract.version()));
    private final Map<String, ObjectNode> items = new TreeMap<>();
    private int last = 42;

    /** A server with two shops, 41 and 42, and a product in the first. */
    public NestedShopServer() {
        put(SHOPS + "/41", "41", "Corner");
        put(SHOPS + "/42", "42", "Market");
        put(SHOPS + "/41/products/7", "7", "Apple");
    }

    /** {@return what it holds, by path} */
    public synchronized Map<String, String> items() {
        Map<String, String> texts = new TreeMap<>();
        items.forEach((path, item) -> texts.put(path, item.toString()));
        return texts;
    }

    @Override
    public synchronized Reply answer(Request request) {
        Match match = contract.match(request.method(), request.path());
        if (match instanceof Match.WrongMethod wrong) {
            return Reply.of(405).with("Allow", String.join(", ", wrong.allowed()));
        }
        if (!(match instanceof Match.Found found)
                || !validator.validate(found, request).isEmpty()) {
            return problem(match instanceof Match.Found ? 400 : 404);
        }
        String path = request.path();
        boolean isCollection = path.equals(SHOPS) || path.endsWith("/products");
        if (isCollection && !path.equals(SHOPS) && !items.containsKey(path.substring(0, path.lastIndexOf('/')))) {
            return problem(404);
        }
        return isCollection ? collection(request) : item(request);
    }

    private Reply collection(Request request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> json(200, list(request.path()));
            case "POST" -> create(request);
            default -> throw new IllegalArgumentException(request.method());
        };
    }

    private ArrayNode list(String collection) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        items.forEach((path, item) -> {
            if (path.startsWith(collection + "/") && path.indexOf('/', collection.length() + 1) < 0) {
                list.add(item);
            }
        });
        return list;
    }

    private Reply create(Request request) {
        last++;
        String path = request.path() + "/" + last;
        return json(201, put(path, Integer.toString(last), name(request))).with("Location", path);
    }

    private Reply item(Request request) {
        ObjectNode item = items.get(request.path());
        return switch (request.method()) {
            case "GET", "HEAD" -> item == null ? problem(404) : json(200, item);
            case "PUT", "PATCH" -> {
                if (item == null) {
                    yield problem(404);
                }
                item.put("name", name(request));
                yield json(200, item);
            }
            case "DELETE" -> {
                items.keySet().removeIf(path -> path.startsWith(request.path() + "/"));
                yield items.remove(request.path()) == null ? problem(404) : Reply.of(204);
            }
            default -> throw new IllegalArgumentException(request.method());
        };
    }

    private ObjectNode put(String path, String id, String name) {
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("id", Integer.parseInt(id))
                .put("name", name);
        items.put(path, item);
        return item;
    }

    private static String name(Request request) {
        try {
            return Json.read(request.body().bytes()).path("name").stringValue();
        } catch (JsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Reply problem(int status) {
        return json(status, JsonNodeFactory.instance.objectNode().put("status", status));
    }

    private static Reply json(int status, JsonNode body) {
        return Reply.of(status).with("Content-Type", "application/json").withBody(body.toString());
    }
}
