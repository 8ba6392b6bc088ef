package plumbline.conformance.items;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.contract.http.Body;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * The path of an item.
 *
 * @param text the path, percent-encoded
 * @param length its number of segments
 */
record ItemPrefix(String text, int length) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    static ItemPrefix of(String path) {
        return new ItemPrefix(path, segments(path).length - 1);
    }

    /** {@return the request, on this item in place of the one that it names, in its path and in its body} */
    Request in(Request request, Set<String> keyNames) {
        String[] segments = segments(request.path());
        if (segments.length <= length) {
            return request;
        }
        String rest = Stream.of(segments)
                .skip(length + 1L)
                .map(segment -> "/" + segment)
                .collect(Collectors.joining());
        Request moved = request.withPath(text + rest);
        String old = PercentCoding.decode(segments[length]).orElse("");
        String name =
                PercentCoding.decode(text.substring(text.lastIndexOf('/') + 1)).orElse("");
        return rest.isEmpty() ? moved.withBody(named(request.body(), keyNames, new Change(old, name))) : moved;
    }

    /** {@return the first segments of a path} */
    static String start(String path, int length) {
        return Stream.of(segments(path)).limit(length + 1L).collect(Collectors.joining("/"));
    }

    /** {@return whether a path is that of an item, or leads to a part of it} */
    static boolean isIn(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    private record Change(String old, String name) {}

    /** A body that repeats the name of the item repeats the new one. */
    private static Body named(Body body, Set<String> keyNames, Change change) {
        try {
            JsonNode value = Json.read(body.bytes());
            boolean isChanged = false;
            for (String property : keyNames) {
                JsonNode id = value.path(property);
                if (value instanceof ObjectNode object
                        && id.isValueNode()
                        && id.asString("").equals(change.old())) {
                    object.set(property, like(id, change.name()));
                    isChanged = true;
                }
            }
            return isChanged ? Body.of(Json.write(value)) : body;
        } catch (JsonException e) {
            return body;
        }
    }

    /** {@return the name, as a number where the old one is one} */
    static JsonNode like(JsonNode old, String name) {
        return old.isNumber() && NUMBER.matcher(name).matches()
                ? JsonNodeFactory.instance.numberNode(new BigInteger(name))
                : JsonNodeFactory.instance.stringNode(name);
    }

    private static String[] segments(String path) {
        return path.split("/", -1);
    }
}
