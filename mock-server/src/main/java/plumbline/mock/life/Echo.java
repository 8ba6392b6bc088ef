package plumbline.mock.life;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Repeats in an answer that is made up what the request says by the same names and in the same types.
 *
 * @param schemas the schemas of the contract
 */
record Echo(Schemas schemas) {
    Response on(Response response, Match.Found match, Request request) {
        Optional<ObjectNode> sent = object(request.body());
        Optional<ObjectNode> made = sent.isEmpty() ? sent : object(response.body());
        Optional<MediaType> type = response.headers().first("Content-Type").flatMap(MediaType::parse);
        Optional<MediaTypeSpec> spec = match.operation()
                .response(response.status())
                .flatMap(found -> type.filter(MediaType::isJson)
                        .flatMap(given -> MediaTypeSpec.covering(found.content(), given)));
        if (made.isEmpty() || spec.isEmpty()) {
            return response;
        }
        ObjectNode echoed = made.get();
        boolean isOther = false;
        for (String name : sent.get().propertyNames()) {
            isOther |= repeat(name, sent.get().path(name), echoed, spec.get().schema());
        }
        return isOther ? response.withBody(Body.of(Json.write(echoed))) : response;
    }

    private static Optional<ObjectNode> object(Body body) {
        return body.isEmpty()
                ? Optional.empty()
                : Json.readIfValid(body.bytes()).filter(JsonNode::isObject).map(value -> (ObjectNode) value);
    }

    private boolean repeat(String name, JsonNode value, ObjectNode made, @Nullable Schema schema) {
        JsonNode before = made.path(name);
        if (before.isMissingNode() || before.equals(value) || !isSameType(before, value)) {
            return false;
        }
        made.set(name, value);
        if (schema == null || schemas.isValid(schema, Direction.RESPONSE, made)) {
            return true;
        }
        made.set(name, before);
        return false;
    }

    private static boolean isSameType(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() || JsonType.of(one) == JsonType.of(other);
    }
}
