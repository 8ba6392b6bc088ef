package plumbline.contract.json;

import java.util.ArrayList;
import java.util.List;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** JSON pointers as text (RFC 6901); the empty pointer is the whole document. */
public final class Pointers {
    private Pointers() {}

    /** {@return the pointer to a member of the object that the parent points to} */
    public static String child(String parent, String name) {
        return parent + "/" + escape(name);
    }

    /** {@return the hash code of the pointer to a member, from that of the pointer to its object; makes no text} */
    public static int hashOfChild(int parent, String name) {
        String token = escape(name);
        int hash = 31 * parent + '/';
        for (int i = 0; i < token.length(); i++) {
            hash = 31 * hash + token.charAt(i);
        }
        return hash;
    }

    /** {@return the pointer to an item of the array that the parent points to} */
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** {@return the unescaped reference tokens of a pointer} */
    public static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        int start = 1;
        while (start <= pointer.length()) {
            int end = pointer.indexOf('/', start);
            end = end < 0 ? pointer.length() : end;
            tokens.add(unescape(pointer.substring(start, end)));
            start = end + 1;
        }
        return tokens;
    }

    /**
     * Sets the value that tokens lead to from an object, through objects, which are made where there are none.
     *
     * @param tokens the unescaped reference tokens, at least one
     */
    public static void set(ObjectNode object, List<String> tokens, JsonNode value) {
        String name = tokens.get(0);
        if (tokens.size() == 1) {
            object.set(name, value);
            return;
        }
        ObjectNode inner =
                object.path(name).isObject() ? (ObjectNode) object.path(name) : JsonNodeFactory.instance.objectNode();
        object.set(name, inner);
        set(inner, tokens.subList(1, tokens.size()), value);
    }

    /** {@return the value with another one in the place that a pointer leads to; what is beside its way is shared} */
    public static JsonNode replaced(JsonNode whole, String pointer, JsonNode other) {
        return replaced(whole, tokens(pointer), other);
    }

    private static JsonNode replaced(JsonNode whole, List<String> tokens, JsonNode other) {
        if (tokens.isEmpty()) {
            return other;
        }
        String token = tokens.get(0);
        List<String> rest = tokens.subList(1, tokens.size());
        if (whole instanceof ArrayNode array) {
            int index = Integer.parseInt(token);
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size()).addAll(array);
            return copy.set(index, replaced(array.path(index), rest, other));
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) whole);
        return copy.set(token, replaced(whole.path(token), rest, other));
    }

    public static String escape(String token) {
        return token.indexOf('~') < 0 && token.indexOf('/') < 0
                ? token
                : token.replace("~", "~0").replace("/", "~1");
    }

    public static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
