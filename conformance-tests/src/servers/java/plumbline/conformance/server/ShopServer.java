package plumbline.conformance.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A server that keeps the shop contract and its articles, with pages, tags and conditions. */
public final class ShopServer implements Handler {
    /** The contract that it keeps. */
    public static final String CONTRACT = Suites.resource("shop.yaml").toString();

    /** The only token that it takes. */
    public static final String TOKEN = "Bearer shop-token-of-tests";

    private static final String PREFIX = "/api/articles";
    private static final String ID = "7d6c1a30-0000-4000-8000-%012d";

    private final Contract contract = Contract.read(CONTRACT, ReferencePolicy.strict(), Optional.of("/api"));
    private final RequestValidator validator = new RequestValidator(new Schemas(contract.version()));
    private final Map<String, ObjectNode> articles = new LinkedHashMap<>();
    private int created;

    public ShopServer() {
        for (int i = 0; i < 5; i++) {
            store(read("""
                    {"kind":"book","title":"Book %d","price":12.5,"tags":["novel","short"],"isbn":"978000000000%d",
                    "subtitle":null,"stock":{"north":3}}""".formatted(i, i)));
            store(read("""
                    {"kind":"film","title":"Film %d","price":9.99,"tags":["drama"],"minutes":90,"subtitle":"A film"}""".formatted(i)));
        }
    }

    /** {@return how many articles there are} */
    public synchronized int size() {
        return articles.size();
    }

    @Override
    public synchronized Reply answer(Request request) {
        if ("/api/terms".equals(request.path())) {
            return "GET".equals(request.method()) || "HEAD".equals(request.method())
                    ? Reply.of(302).with("Location", "https://shop.example.com/terms")
                    : Reply.of(405).with("Allow", "GET, HEAD");
        }
        if (!request.headers().first("Authorization").filter(TOKEN::equals).isPresent()) {
            return problem(401, "Unauthorized").with("WWW-Authenticate", "Bearer realm=\"shop\"");
        }
        Match match = contract.match(request.method(), request.path());
        if (match instanceof Match.WrongMethod wrong) {
            return Reply.of(405).with("Allow", String.join(", ", wrong.allowed()));
        }
        if (!(match instanceof Match.Found found)) {
            return problem(404, "Not found");
        }
        if (!validator.validate(found, request).isEmpty()) {
            return problem(400, "Bad request");
        }
        if (request.headers().first("Accept").orElse("").contains("vnd.")) {
            return Reply.of(406);
        }
        return request.path().equals(PREFIX)
                ? collection(request)
                : item(request, request.path().substring(PREFIX.length() + 1));
    }

    private Reply collection(Request request) {
        if ("POST".equals(request.method())) {
            ObjectNode article = store(read(request.body().text()));
            return article(201, article)
                    .with("Location", PREFIX + "/" + article.path("id").stringValue());
        }
        int limit = parameter(request, "limit").map(Integer::parseInt).orElse(20);
        int from = parameter(request, "cursor")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<ObjectNode> all = new ArrayList<>(articles.values());
        parameter(request, "kind")
                .ifPresent(kind -> all.removeIf(
                        article -> !kind.equals(article.path("kind").stringValue())));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        all.stream().skip(from).limit(limit).forEach(items::add);
        page.put("next", from + limit < all.size() ? Integer.toString(from + limit) : null);
        return Reply.json(200, page.toString()).with("X-Total-Count", Integer.toString(all.size()));
    }

    private static Optional<String> parameter(Request request, String name) {
        for (String pair : request.query().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private Reply item(Request request, String id) {
        ObjectNode article = articles.get(id);
        if (article == null) {
            return problem(404, "Not found");
        }
        Optional<String> match = request.headers().first("If-Match");
        if (match.isPresent() && !match.get().equals(tag(article)) && !"GET".equals(request.method())) {
            return problem(412, "Changed meanwhile");
        }
        return switch (request.method()) {
            case "PUT" -> {
                ObjectNode replaced = read(request.body().text());
                yield article(200, keep(article, replaced));
            }
            case "PATCH" -> {
                ObjectNode changed = article.deepCopy();
                read(request.body().text()).forEachEntry((name, value) -> changed.set(name, value));
                yield article(200, keep(article, changed));
            }
            case "DELETE" -> {
                articles.remove(id);
                yield Reply.of(204);
            }
            default ->
                request.headers()
                                .first("If-None-Match")
                                .filter(tag(article)::equals)
                                .isPresent()
                        ? Reply.of(304).with("ETag", tag(article))
                        : article(200, article);
        };
    }

    private ObjectNode store(ObjectNode article) {
        created++;
        ObjectNode stored = article.deepCopy();
        stored.remove("supplier");
        stored.put("id", ID.formatted(created));
        stored.put("createdAt", "2026-11-01T12:00:00Z");
        stored.put("version", 1);
        articles.put(ID.formatted(created), stored);
        return stored;
    }

    private ObjectNode keep(ObjectNode before, ObjectNode after) {
        ObjectNode stored = after.deepCopy();
        stored.remove("supplier");
        stored.put("id", before.path("id").stringValue());
        stored.put("createdAt", before.path("createdAt").stringValue());
        stored.put("version", before.path("version").intValue() + 1);
        articles.put(before.path("id").stringValue(), stored);
        return stored;
    }

    private static Reply article(int status, ObjectNode article) {
        return Reply.json(status, article.toString()).with("ETag", tag(article));
    }

    private static String tag(JsonNode article) {
        return "\"" + article.path("version").intValue() + "\"";
    }

    private static Reply problem(int status, String title) {
        return Reply.of(status)
                .with("Content-Type", "application/problem+json")
                .withBody("{\"title\":\"%s\",\"status\":%d}".formatted(title, status));
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) Json.read(text);
        } catch (JsonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
