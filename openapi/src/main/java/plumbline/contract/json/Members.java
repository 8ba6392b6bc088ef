package plumbline.contract.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.databind.JsonNode;

/**
 * The members of an object in the order in which they came, quick to add to and slow to remove from. A large document has a hundred thousand objects, most of which
 * have a few members; a {@link java.util.LinkedHashMap} takes four times as much memory for these.
 */
final class Members extends AbstractMap<String, JsonNode> {
    /** So many names are compared one by one. */
    private static final int FEW = 8;

    private static final int FIRST_ROOM = 2;

    /** Each name with its value behind it. */
    private @Nullable Object[] slots = new Object[2 * FIRST_ROOM];

    private int size;

    /** Where names stand, counted from 1, by their hashes; each takes the next free place. Null while there are few. */
    private int @Nullable [] places;

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
        int index = index(name);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return index(name) >= 0;
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        int index = index(name);
        if (index >= 0) {
            JsonNode before = value(index);
            slots[2 * index + 1] = value;
            return before;
        }
        if (2 * size == slots.length) {
            slots = Arrays.copyOf(slots, 4 * size);
        }
        slots[2 * size] = name;
        slots[2 * size + 1] = value;
        size++;
        enter(name);
        return null;
    }

    @Override
    public @Nullable JsonNode remove(@Nullable Object name) {
        int index = index(name);
        if (index < 0) {
            return null;
        }
        JsonNode before = value(index);
        remove(index);
        return before;
    }

    @Override
    public void clear() {
        slots = new Object[2 * FIRST_ROOM];
        size = 0;
        places = null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonNode> action) {
        for (int i = 0; i < size; i++) {
            action.accept(name(i), value(i));
        }
    }

    private String name(int index) {
        return (String) Objects.requireNonNull(slots[2 * index]);
    }

    private JsonNode value(int index) {
        return (JsonNode) Objects.requireNonNull(slots[2 * index + 1]);
    }

    private int index(@Nullable Object name) {
        if (places != null && name != null) {
            return places[place(places, name)] - 1;
        }
        for (int i = 0; i < size; i++) {
            if (name(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The place of a name, or the free one where it would be. */
    private int place(int[] table, Object name) {
        int hash = name.hashCode();
        int place = (hash ^ hash >>> 16) & table.length - 1;
        while (table[place] != 0 && !name(table[place] - 1).equals(name)) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    /** Makes the last name, which is new, be found. */
    private void enter(String name) {
        int[] table = places;
        if (table != null && 2 * size <= table.length) {
            table[place(table, name)] = size;
        } else if (size > FEW) {
            enterAll();
        }
    }

    private void enterAll() {
        int[] table = new int[4 * Integer.highestOneBit(size)];
        places = table;
        for (int i = 0; i < size; i++) {
            table[place(table, name(i))] = i + 1;
        }
    }

    private void remove(int index) {
        size--;
        System.arraycopy(slots, 2 * index + 2, slots, 2 * index, 2 * (size - index));
        slots[2 * size] = null;
        slots[2 * size + 1] = null;
        places = null;
        if (size > FEW) {
            enterAll();
        }
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, JsonNode>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, JsonNode>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return new Member(next++);
        }

        @Override
        public void remove() {
            next--;
            Members.this.remove(next);
        }
    }

    private final class Member extends SimpleEntry<String, JsonNode> {
        private static final long serialVersionUID = 1;

        private Member(int index) {
            super(name(index), value(index));
        }

        @Override
        public JsonNode setValue(JsonNode value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }
}
