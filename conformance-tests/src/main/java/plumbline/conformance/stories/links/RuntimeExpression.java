package plumbline.conformance.stories.links;

import java.util.Map;
import java.util.Optional;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * What an expression of a link stands for (OpenAPI 3.1, section 4.8.20.4), where an exchange says it.
 *
 * @param request what was sent
 * @param pathValues the values in its path, percent-encoded
 * @param response what came back
 */
record RuntimeExpression(Request request, Map<String, String> pathValues, Response response) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** {@return the value of a parameter of a link; nothing if the exchange does not say it} */
    Optional<JsonNode> value(JsonNode parameter) {
        String text = parameter.isString() ? parameter.stringValue() : "";
        if (text.startsWith("{$") && text.endsWith("}") && text.indexOf('{', 1) < 0) {
            text = text.substring(1, text.length() - 1);
        }
        if (!text.startsWith("$")) {
            return text.contains("{$") ? Optional.empty() : Optional.of(parameter);
        }
        if (text.startsWith("$response.")) {
            return ofMessage(text.substring("$response.".length()), response.headers(), response.body());
        }
        return text.startsWith("$request.") ? ofRequest(text.substring("$request.".length())) : Optional.empty();
    }

    private Optional<JsonNode> ofRequest(String source) {
        if (source.startsWith("path.")) {
            return Optional.ofNullable(pathValues.get(source.substring("path.".length())))
                    .flatMap(PercentCoding::decode)
                    .map(NODES::stringNode);
        }
        return source.startsWith("query.")
                ? query(source.substring("query.".length()))
                : ofMessage(source, request.headers(), request.body());
    }

    private Optional<JsonNode> query(String name) {
        for (String pair : request.query().split("&", -1)) {
            if (pair.startsWith(PercentCoding.encode(name) + "=")) {
                return PercentCoding.decode(pair.substring(pair.indexOf('=') + 1))
                        .map(NODES::stringNode);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> ofMessage(String source, Headers headers, Body body) {
        if (source.startsWith("header.")) {
            return headers.first(source.substring("header.".length())).map(NODES::stringNode);
        }
        boolean isPart = source.startsWith("body#/");
        if (!isPart && !source.equals("body")) {
            return Optional.empty();
        }
        return Json.readIfValid(body.bytes())
                .map(value -> isPart ? value.at(source.substring("body#".length())) : value)
                .filter(value -> value.isValueNode() && !value.isNull());
    }
}
