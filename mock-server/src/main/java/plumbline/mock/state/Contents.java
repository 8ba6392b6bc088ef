package plumbline.mock.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a collection holds, in the order in which it came. */
final class Contents implements TakenKeys {
    private static final int MOST_REMOVED = 10_000;

    private final Map<List<String>, StoredItem> items = new LinkedHashMap<>();
    private final Set<List<String>> removed = new LinkedHashSet<>();
    /** Of the keys that are taken, whoever looks for the next one. */
    private final HighestNumbers numbers = new HighestNumbers();

    private long octets;
    /** Made when it is asked for, and as long as nothing changes. */
    private volatile @Nullable ItemList list;

    static Contents of(Collection<StoredItem> items) {
        Contents contents = new Contents();
        items.forEach(item -> contents.items.putIfAbsent(item.key(), item));
        contents.items.keySet().forEach(contents.numbers::note);
        contents.octets =
                contents.items.values().stream().mapToLong(Contents::octets).sum();
        return contents;
    }

    Contents copy() {
        Contents copy = of(items.values());
        removed.forEach(copy::bury);
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
        items.keySet().forEach(numbers::note);
        octets = items.values().stream().mapToLong(Contents::octets).sum();
        list = null;
    }

    @Nullable
    StoredItem get(List<String> key) {
        return items.get(key);
    }

    ItemList all() {
        ItemList known = list;
        if (known == null) {
            known = new ItemList(items.values());
            list = known;
        }
        return known;
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
        list = null;
        numbers.note(item.key());
    }

    void remove(List<String> key) {
        @Nullable StoredItem before = items.remove(key);
        octets -= before == null ? 0 : octets(before);
        list = null;
        bury(key);
    }

    void bury(List<String> key) {
        if (removed.size() >= MOST_REMOVED) {
            removed.remove(removed.iterator().next());
        }
        removed.add(key);
        numbers.note(key);
    }

    @Override
    public boolean isTaken(List<String> key) {
        return items.containsKey(key) || removed.contains(key);
    }

    @Override
    public int count() {
        return items.size() + removed.size();
    }

    @Override
    public long highest(int part) {
        return numbers.of(part);
    }

    private static long octets(StoredItem item) {
        return Weight.of(item.value());
    }
}
