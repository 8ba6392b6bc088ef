package plumbline.mock.state;

import java.util.AbstractList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The items of a collection as they were at some time, in the order in which they came. Remembers what was picked of them, as
 * whoever turns pages asks for the same each time. Thread-safe.
 */
public final class ItemList extends AbstractList<StoredItem> implements RandomAccess {
    private static final int MOST_PICKED = 4;

    private final List<StoredItem> items;
    private final Map<Object, List<StoredItem>> picked = new LinkedHashMap<>(MOST_PICKED * 2, 0.75f, true);

    ItemList(Collection<StoredItem> items) {
        this.items = List.copyOf(items);
    }

    /** {@return no items} */
    public static ItemList none() {
        return new ItemList(List.of());
    }

    /** {@return the items that a list of this path shows, where that is another one than their collection; else empty} */
    public ItemList shownIn(String list) {
        return list.isEmpty()
                ? this
                : new ItemList(
                        items.stream().filter(item -> item.isShownIn(list)).toList());
    }

    /**
     * {@return some of the items, in some order}
     *
     * @param by by what they are picked: the same is picked by what is equal
     * @param picker picks them, unless that has been done lately
     */
    public List<StoredItem> picked(Object by, UnaryOperator<List<StoredItem>> picker) {
        @Nullable List<StoredItem> known;
        synchronized (picked) {
            known = picked.get(by);
        }
        return known == null ? remembered(by, picker.apply(items)) : known;
    }

    private List<StoredItem> remembered(Object by, List<StoredItem> found) {
        synchronized (picked) {
            picked.put(by, found);
            if (picked.size() > MOST_PICKED) {
                picked.remove(picked.keySet().iterator().next());
            }
        }
        return found;
    }

    @Override
    public StoredItem get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
