package plumbline.mock.state.kinds;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.resources.Key;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Has answers that are made up for what is not kept agree with what they answer, where they stay right by it.
 *
 * @param schemas the schemas of the contract
 * @param match what was asked for
 */
public record MadeUp(Schemas schemas, Match.Found match) {
    /** {@return the answer, whose item has the name by which it was asked for} */
    public Response named(Response response, Membership member) {
        return changed(response, body -> {
            boolean isOther = false;
            List<String> asked = member.keyNames();
            List<String> names = member.kind().keyNames();
            for (int i = 0; i < Math.min(asked.size(), names.size()); i++) {
                @Nullable Key key = member.kind().key(names.get(i));
                String text = match.pathValues().getOrDefault(asked.get(i), "");
                isOther |= key != null && body instanceof ObjectNode item && name(item, key, text, response);
            }
            return isOther;
        });
    }

    private boolean name(ObjectNode item, Key key, String text, Response response) {
        List<String> tokens = Pointers.tokens(key.pointer());
        if (key.source() != Key.Source.PROPERTY
                || tokens.size() != 1
                || !item.path(tokens.get(0)).isValueNode()) {
            return false;
        }
        String name = tokens.get(0);
        JsonNode before = item.path(name);
        Optional<Schema> schema = schema(response);
        Optional<Schema> property =
                schema.flatMap(whole -> SchemaShape.of(whole).property(name));
        for (JsonNode value : property.isEmpty()
                ? List.<JsonNode>of()
                : TextValues.candidates(PercentCoding.decode(text).orElse(""), SchemaShape.of(property.get()))) {
            item.set(name, value);
            if (schemas.isValid(schema.orElseThrow(), Direction.RESPONSE, item)) {
                return !value.equals(before);
            }
        }
        item.set(name, before);
        return false;
    }

    /**
     * {@return the answer as the only page of a list}
     *
     * @param start how many items come before the page that was asked for
     * @param size how many items it has at most
     */
    public Response onOnePage(Response response, int start, int size) {
        return changed(response, body -> {
            Optional<ArrayNode> list = list(body);
            int kept = start > 0 ? 0 : Math.min(size, list.map(ArrayNode::size).orElse(0));
            if (list.isEmpty() || list.get().size() == kept) {
                return false;
            }
            while (list.get().size() > kept) {
                list.get().remove(kept);
            }
            return true;
        });
    }

    private static Optional<ArrayNode> list(JsonNode body) {
        if (body instanceof ArrayNode list) {
            return Optional.of(list);
        }
        List<JsonNode> lists = body.values().stream().filter(JsonNode::isArray).toList();
        return lists.size() == 1 && lists.get(0) instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
    }

    private Response changed(Response response, Predicate<JsonNode> change) {
        boolean isSuccess = response.status() / 100 == 2 && !response.body().isEmpty();
        Optional<Schema> schema = isSuccess ? schema(response) : Optional.empty();
        Optional<JsonNode> body =
                schema.flatMap(known -> Json.readIfValid(response.body().bytes()));
        return body.isPresent()
                        && change.test(body.get())
                        && schemas.isValid(schema.orElseThrow(), Direction.RESPONSE, body.get())
                ? response.withBody(Body.of(Json.write(body.get())))
                : response;
    }

    private Optional<Schema> schema(Response response) {
        return response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .filter(MediaType::isJson)
                .flatMap(type -> match.operation()
                        .response(response.status())
                        .flatMap(spec -> MediaTypeSpec.covering(spec.content(), type)))
                .flatMap(content -> Optional.ofNullable(content.schema()));
    }
}
