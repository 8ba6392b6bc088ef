package plumbline.mock.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a collection holds, in the order in which it came. */
final class Contents {
    private static final int MOST_REMOVED = 10_000;

    private final Map<List<String>, StoredItem> items = new LinkedHashMap<>();
    private final Set<List<String>> removed = new LinkedHashSet<>();
    private long octets;

    static Contents of(Collection<StoredItem> items) {
        Contents contents = new Contents();
        items.forEach(item -> contents.items.putIfAbsent(item.key(), item));
        contents.octets =
                contents.items.values().stream().mapToLong(Contents::octets).sum();
        return contents;
    }

    Contents copy() {
        Contents copy = of(items.values());
        copy.removed.addAll(removed);
        return copy;
    }

    /** Has other items in the place of those that were there from the start, and are as they were. */
    void reseed(Contents seeds) {
        Map<List<String>, StoredItem> own = new LinkedHashMap<>(items);
        own.values().removeIf(item -> item.version().equals(StoredItem.Version.SEEDED));
        items.clear();
        seeds.items.forEach((key, seed) -> {
            @Nullable StoredItem changed = own.remove(key);
            if (changed != null || !removed.contains(key)) {
                items.put(key, changed == null ? seed : changed);
            }
        });
        items.putAll(own);
        octets = items.values().stream().mapToLong(Contents::octets).sum();
    }

    @Nullable
    StoredItem get(List<String> key) {
        return items.get(key);
    }

    Collection<StoredItem> all() {
        return items.values();
    }

    Set<List<String>> removed() {
        return removed;
    }

    int size() {
        return items.size();
    }

    long octets() {
        return octets;
    }

    void put(StoredItem item) {
        @Nullable StoredItem before = items.put(item.key(), item);
        octets += octets(item) - (before == null ? 0 : octets(before));
        removed.remove(item.key());
    }

    void remove(List<String> key) {
        @Nullable StoredItem before = items.remove(key);
        octets -= before == null ? 0 : octets(before);
        bury(key);
    }

    void bury(List<String> key) {
        if (removed.size() >= MOST_REMOVED) {
            removed.remove(removed.iterator().next());
        }
        removed.add(key);
    }

    private static long octets(StoredItem item) {
        return Weight.of(item.value());
    }
}
