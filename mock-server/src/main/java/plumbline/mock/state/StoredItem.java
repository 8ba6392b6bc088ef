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
 * @param within the path of the list that it was made in, where that is another than its collection; else empty
 */
public record StoredItem(List<String> key, JsonNode value, Version version, String within) {
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

    /** Makes an item of a collection. */
    public StoredItem(List<String> key, JsonNode value, Version version) {
        this(key, value, version, "");
    }

    /** {@return the item as one that was made in another list} */
    StoredItem within(String list) {
        return new StoredItem(key, value, version, list);
    }

    /** {@return whether a list shows it that has this path, where that is another than its collection; else empty} */
    public boolean isShownIn(String list) {
        return list.isEmpty() || within.isEmpty() || within.equals(list);
    }
}
