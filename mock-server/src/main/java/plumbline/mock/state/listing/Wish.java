package plumbline.mock.state.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * What a client says of the items that it would like to see.
 *
 * @param name the name under which it says so, as in {@code min_price} or {@code page[size]}
 * @param value what it says
 */
public record Wish(String name, JsonNode value) {
    /** {@return the name without what is a matter of taste: case, underscores, hyphens, brackets} */
    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    String plain() {
        return plain(name);
    }

    /** {@return the values, of which any will do} */
    List<JsonNode> values() {
        return value.isArray() ? List.copyOf(value.values()) : List.of(value);
    }

    /** {@return the values, and what stands between the commas of texts} */
    List<JsonNode> parts() {
        List<JsonNode> parts = new ArrayList<>(values());
        for (JsonNode whole : values()) {
            if (whole.isString() && whole.stringValue().contains(",")) {
                for (String part : whole.stringValue().split(",", -1)) {
                    parts.add(JsonNodeFactory.instance.stringNode(part.trim()));
                }
            }
        }
        return parts;
    }

    String text() {
        return value.asString("");
    }

    /** {@return this wish, or one for each of its members if it has any} */
    public List<Wish> flat() {
        if (!value.isObject()) {
            return List.of(this);
        }
        List<Wish> parts = new ArrayList<>();
        value.forEachEntry((member, part) -> parts.addAll(new Wish(name + "[" + member + "]", part).flat()));
        return parts;
    }
}
