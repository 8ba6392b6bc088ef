package plumbline.mock.state;

import java.time.Instant;
import java.util.List;
import plumbline.json.jackson.databind.JsonNode;

/**
 * An item as it is stored.
 *
 * @param key the values that name it in its collection
 * @param value all that is known of it, which nobody changes
 * @param version what its state is told from others by: no two states of the items of one name have the same
 */
public record StoredItem(List<String> key, JsonNode value, Version version) {
    /**
     * Tells one state of an item from another.
     *
     * @param number rises with each change of the store
     * @param since since when the item is in this state
     * @param isMade whether a client made the item
     */
    public record Version(long number, Instant since, boolean isMade) {
        /** What was there before anything was written. */
        public static final Version SEEDED = new Version(1, Instant.parse("2025-01-01T00:00:00Z"), false);
    }

    public StoredItem {
        key = List.copyOf(key);
    }
}
