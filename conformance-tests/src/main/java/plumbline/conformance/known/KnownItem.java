package plumbline.conformance.known;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.resources.Resource;
import plumbline.json.jackson.databind.JsonNode;

/**
 * An item that exists.
 *
 * @param resource the resource that it is an item of
 * @param keys what names it, by parameter of the item path
 * @param parent the item that it is part of; null if it is part of none that is known
 * @param origin from where it is known, as in {@code GET /shops}
 */
public record KnownItem(
        Resource resource,
        Map<String, JsonNode> keys,
        @Nullable KnownItem parent,
        String origin) {
    public KnownItem {
        keys = Map.copyOf(keys);
    }

    /** {@return the item of a resource that this one is, or is part of} */
    Optional<KnownItem> within(Resource other) {
        if (resource.equals(other)) {
            return Optional.of(this);
        }
        return parent == null ? Optional.empty() : parent.within(other);
    }

    /** {@return as in {@code shopId 41: from GET /shops}} */
    @Override
    public String toString() {
        return keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue().asString(""))
                .collect(Collectors.joining(", ", "", ": from " + origin));
    }
}
