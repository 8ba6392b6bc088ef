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
import plumbline.contract.operation.PathTemplate;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * The path of an item.
 *
 * @param text the path, percent-encoded, without its ending; with another segment it is that of a part of the item
 * @param ending how it ends for reasons of taste
 */
record ItemPrefix(String text, String ending) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    /** {@return a path that fits a template} */
    static ItemPrefix of(PathTemplate template, String path) {
        String stem = template.stem(path);
        return new ItemPrefix(stem, path.substring(stem.length()));
    }

    /** {@return the request, on this item in place of the one that it names, in its path and in its body} */
    Request in(Request request, Set<String> keyNames) {
        String[] segments = segments(request.path());
        int length = segments(text).length - 1;
        if (segments.length <= length) {
            return request;
        }
        String rest = Stream.of(segments)
                .skip(length + 1L)
                .map(segment -> "/" + segment)
                .collect(Collectors.joining());
        if (!rest.isEmpty() && !rest.equals(ending)) {
            return request.withPath(text + rest);
        }
        String last = segments[length];
        String old = last.endsWith(ending) ? last.substring(0, last.length() - ending.length()) : last;
        String name = text.substring(text.lastIndexOf('/') + 1);
        return request.withPath(path()).withBody(named(request.body(), keyNames, Change.of(old, name)));
    }

    /** {@return the first segments of a path} */
    static String start(String path, int length) {
        return Stream.of(segments(path)).limit(length + 1L).collect(Collectors.joining("/"));
    }

    /** {@return the whole path} */
    String path() {
        return text + ending;
    }

    /** {@return whether a path is that of this item, or leads to a part of it} */
    boolean includes(String path) {
        return path.equals(path()) || path.startsWith(text + "/");
    }

    private record Change(String old, String name) {
        /** A change of what is percent-encoded. */
        static Change of(String old, String name) {
            return new Change(
                    PercentCoding.decode(old).orElse(""),
                    PercentCoding.decode(name).orElse(""));
        }
    }

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
