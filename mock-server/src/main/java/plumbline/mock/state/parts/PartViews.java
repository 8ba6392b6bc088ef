package plumbline.mock.state.parts;

import java.util.List;
import java.util.Optional;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.kinds.ItemMaker;
import plumbline.mock.state.kinds.Projection;

/**
 * Has items show their parts.
 *
 * @param items knows what answers can show
 * @param projection shows parts
 */
public record PartViews(ItemMaker items, Projection projection) {
    /** So many are shown at most; what has more parts shows those that it had. */
    private static final int MOST = 1_000;

    /** {@return the item that shows these parts; nothing if it does already, or if an answer could not show it so} */
    public Optional<ObjectNode> showing(EmbeddedPart list, JsonNode item, List<StoredItem> parts) {
        if (!(item instanceof ObjectNode before) || parts.size() > MOST) {
            return Optional.empty();
        }
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> shown.add(projection.projected(part.value(), list.part(), list.view())));
        ObjectNode other = before.deepCopy();
        other.set(list.property(), shown);
        return other.equals(before) || !items.isShowable(list.whole(), other) ? Optional.empty() : Optional.of(other);
    }
}
