package plumbline.contract.resources;

import java.util.List;
import plumbline.contract.http.PercentCoding;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.MissingNode;

/**
 * Where the value of a path parameter, which names an item, stands in a message.
 *
 * @param parameter the path parameter, by its name in the item path
 * @param source how it stands there
 * @param pointer the JSON pointer of the property, relative to the item; empty where there is no property
 * @param reason why it is taken for the same value
 */
public record Key(String parameter, Source source, String pointer, String reason) {
    /** How a key stands in a message. */
    public enum Source {
        /** It is a property of the item. */
        PROPERTY,
        /** It is all that is said of the item. */
        ELEMENT,
        /** It is the name under which the item stands in an object. */
        MEMBER,
        /** It is a segment of the path of a URL in the item. */
        URL
    }

    static Key property(String parameter, String pointer, String reason) {
        return new Key(parameter, Source.PROPERTY, pointer, reason);
    }

    /** {@return this key in a message in which the item stands deeper} */
    Key below(String outer) {
        return new Key(parameter, source, outer + pointer, reason);
    }

    /**
     * {@return the value in an item; missing if it is not there}
     *
     * @param name the name under which the item stands; empty if it stands under none
     * @param item what is shown of the item
     * @param all the keys of the item, this one among them
     */
    JsonNode value(String name, JsonNode item, List<Key> all) {
        return switch (source) {
            case PROPERTY -> item.at(pointer);
            case ELEMENT -> item;
            case MEMBER -> JsonNodeFactory.instance.stringNode(name);
            case URL -> segment(item.at(pointer).asString(""), all.size() - all.indexOf(this));
        };
    }

    private static JsonNode segment(String url, int fromEnd) {
        String path = url.replaceAll("[?#].*$", "").replaceAll("/+$", "");
        List<String> segments = List.of(path.split("/", -1));
        return segments.size() <= fromEnd
                ? MissingNode.getInstance()
                : PercentCoding.decode(segments.get(segments.size() - fromEnd))
                        .<JsonNode>map(JsonNodeFactory.instance::stringNode)
                        .orElseGet(MissingNode::getInstance);
    }

    /** {@return as in {@code shopId = /id}} */
    @Override
    public String toString() {
        return parameter + " = "
                + switch (source) {
                    case PROPERTY -> pointer;
                    case ELEMENT -> "the element itself";
                    case MEMBER -> "the member's name";
                    case URL -> "the end of " + pointer;
                };
    }
}
