package plumbline.mock.state.kinds;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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
import plumbline.contract.parameters.TextValues;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Has answers that are made up for what is not kept agree with what they answer, where they stay right by it.
 *
 * @param schemas the schemas of the contract
 * @param shapes what they say of properties
 * @param match what was asked for
 */
public record MadeUp(Schemas schemas, Shapes shapes, Match.Found match) {
    /**
     * {@return the answer, whose item has the name by which it was asked for}
     *
     * @param places where in an answer each of the parameters of the path stands, if it stands there
     */
    public Response named(Response response, Map<String, String> places) {
        return places.isEmpty()
                ? response
                : changed(response, (body, schema) -> {
                    boolean isOther = false;
                    for (Map.Entry<String, String> entry : places.entrySet()) {
                        String raw = match.pathValues().getOrDefault(entry.getKey(), "");
                        String text = PercentCoding.decode(raw).orElse("");
                        isOther |= body instanceof ObjectNode item && name(item, entry.getValue(), text, schema);
                    }
                    return isOther;
                });
    }

    private boolean name(ObjectNode item, String pointer, String text, Schema schema) {
        JsonNode before = item.at(pointer);
        if (!before.isValueNode() || before.isNull()) {
            return false;
        }
        List<String> tokens = Pointers.tokens(pointer);
        Optional<JsonNode> name = shapes.at(schema, pointer)
                .map(found -> TextValues.candidates(text, shapes.of(found)).stream()
                        .filter(value -> schemas.isValid(found, Direction.RESPONSE, value)))
                .orElseGet(() -> before.isString() ? Stream.of(JsonNodeFactory.instance.stringNode(text)) : Stream.of())
                .findFirst()
                .filter(value -> !value.equals(before));
        name.ifPresent(value -> Pointers.set(item, tokens, value));
        return name.isPresent();
    }

    /**
     * {@return the answer as the only page of a list}
     *
     * @param start how many items come before the page that was asked for
     * @param size how many items it has at most
     */
    public Response onOnePage(Response response, int start, int size) {
        BodyPages pages = new BodyPages(schemas, shapes);
        return changed(response, (body, schema) -> {
            Optional<ArrayNode> list = BodyPages.list(body);
            int kept = start > 0 ? 0 : Math.min(size, list.map(ArrayNode::size).orElse(0));
            boolean isOther = list.isPresent() && body instanceof ObjectNode holder && pages.ended(holder, schema);
            return list.isPresent() && shorten(list.get(), kept) || isOther;
        });
    }

    /** Keeps so many elements, no two of one name: what is made up of examples has the same ones time and again. */
    private static boolean shorten(ArrayNode list, int kept) {
        Set<JsonNode> names = new HashSet<>();
        int before = list.size();
        for (int i = 0; i < list.size(); ) {
            JsonNode name = list.get(i).path("id");
            if (i >= kept || !name.isMissingNode() && !names.add(name)) {
                list.remove(i);
            } else {
                i++;
            }
        }
        return list.size() < before;
    }

    /** What was right stays right; an example that was not may be changed all the same. */
    private Response changed(Response response, BiPredicate<JsonNode, Schema> change) {
        boolean isSuccess = response.status() / 100 == 2 && !response.body().isEmpty();
        Optional<Schema> schema = isSuccess ? schema(response) : Optional.empty();
        Optional<JsonNode> body =
                schema.flatMap(known -> Json.readIfValid(response.body().bytes()));
        if (body.isEmpty()) {
            return response;
        }
        Schema known = schema.orElseThrow();
        JsonNode other = body.get().deepCopy();
        boolean isBetter = change.test(other, known)
                && (schemas.isValid(known, Direction.RESPONSE, other)
                        || !schemas.isValid(known, Direction.RESPONSE, body.get()));
        return isBetter ? response.withBody(Body.of(Json.write(other))) : response;
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
