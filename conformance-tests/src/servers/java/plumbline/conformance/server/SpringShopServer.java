package plumbline.conformance.server;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.conformance.Suites;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Body;
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
 * Answers as a Spring Boot application does that is written as its guides teach it: it validates beans, reads scalars as what
 * is wanted, takes null for nothing, and leaves errors to the framework.
 */
public final class SpringShopServer implements Handler {
    /** The contract that its authors think it keeps. */
    public static final String CONTRACT = Suites.resource("spring-shop.yaml").toString();

    private static final String PRODUCTS = "/api/products";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Contract contract = Contract.read(CONTRACT, ReferencePolicy.strict(), Optional.of("/api"));
    private final RequestValidator validator = new RequestValidator(new Schemas(contract.version()));
    private final Map<Integer, ObjectNode> products = new TreeMap<>();
    private int last = 2;

    /** A server with two products. */
    public SpringShopServer() {
        products.put(1, NODES.objectNode().put("id", 1).put("name", "Lamp").put("price", 12.5));
        products.put(2, NODES.objectNode().put("id", 2).put("name", "Desk").put("price", 99));
    }

    @Override
    public synchronized Reply answer(Request request) {
        String method = "HEAD".equals(request.method()) ? "GET" : request.method();
        Match match = contract.match(method, request.path());
        if (match instanceof Match.WrongMethod wrong) {
            return error(405, "Method Not Allowed", request).with("Allow", String.join(",", wrong.allowed()));
        }
        if (!(match instanceof Match.Found found)) {
            return error(404, "Not Found", request);
        }
        boolean hasBody = found.operation().body() != null;
        if (hasBody && !request.headers().first("Content-Type").orElse("").startsWith("application/json")) {
            return error(415, "Unsupported Media Type", request);
        }
        Request read = hasBody ? request.withBody(read(request)) : request;
        return validator.validate(found, read).isEmpty() ? done(method, read) : error(400, "Bad Request", request);
    }

    private Reply done(String method, Request request) {
        if (request.path().equals(PRODUCTS)) {
            return "GET".equals(method) ? Reply.json(200, page(request).toString()) : stored(201, ++last, request);
        }
        int id = new BigDecimal(request.path().substring(PRODUCTS.length() + 1)).intValue();
        if (!products.containsKey(id)) {
            return error(404, "Not Found", request);
        }
        return switch (method) {
            case "GET" ->
                Reply.json(200, products.getOrDefault(id, NODES.objectNode()).toString());
            case "PUT" -> stored(200, id, request);
            default -> {
                products.remove(id);
                yield Reply.of(204);
            }
        };
    }

    private ArrayNode page(Request request) {
        int size = number(request, "size", 20);
        ArrayNode page = NODES.arrayNode();
        products.values().stream()
                .skip((long) number(request, "page", 0) * size)
                .limit(size)
                .forEach(page::add);
        return page;
    }

    private static int number(Request request, String name, int otherwise) {
        Matcher given = Pattern.compile("(?:^|&)" + name + "=([0-9]+)").matcher(request.query());
        return given.find() ? Integer.parseInt(given.group(1)) : otherwise;
    }

    private Reply stored(int status, int id, Request request) {
        ObjectNode product = NODES.objectNode().put("id", id);
        try {
            product.setAll((ObjectNode) Json.read(request.body().text()));
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
        products.put(id, product);
        return Reply.json(status, product.toString());
    }

    /** What the mapper of beans makes of a body. */
    private static Body read(Request request) {
        try {
            JsonNode body = Json.read(request.body().text());
            if (!(body instanceof ObjectNode bean)) {
                return request.body();
            }
            ObjectNode read = NODES.objectNode();
            for (String name : new String[] {"name", "price", "stock", "description", "available"}) {
                JsonNode value = bean.path(name);
                if (!value.isMissingNode() && !value.isNull()) {
                    read.set(name, read(name, value));
                }
            }
            return Body.of(read.toString());
        } catch (JsonException e) {
            return request.body();
        }
    }

    private static JsonNode read(String name, JsonNode value) {
        boolean isText = "name".equals(name) || "description".equals(name);
        if (isText) {
            return value.isValueNode() ? NODES.stringNode(value.asString()) : value;
        }
        boolean isWhole = "stock".equals(name) && value.isNumber();
        return isWhole ? NODES.numberNode(value.decimalValue().toBigInteger()) : value;
    }

    /** The page of errors for machines, as the framework has it. */
    private static Reply error(int status, String error, Request request) {
        ObjectNode body = NODES.objectNode()
                .put("timestamp", "2026-01-02T03:04:05.678+00:00")
                .put("status", status)
                .put("error", error)
                .put("path", request.path());
        return Reply.json(status, body.toString());
    }
}
