package plumbline.contract.document.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.JsonException;
import plumbline.contract.json.Pointers;

/**
 * Where the values of a well-formed JSON text stand, in numbers alone: a large document has a quarter of a million values, and
 * often a single one is asked for.
 */
final class JsonPositions implements Positions {
    /** What looks through fewer members than these takes them one by one. */
    private static final int MANY = 32;

    private final byte[] text;
    private final JsonPlaces places;

    /** Members by name, of large objects that were asked for one. */
    private final Map<Integer, Map<String, Integer>> members = new ConcurrentHashMap<>();

    JsonPositions(byte[] text) {
        this.text = text;
        this.places = new JsonScanner(text).places();
    }

    @Override
    public Position at(String pointer) {
        int here = 0;
        for (String token : Pointers.tokens(pointer)) {
            int next = child(here, token);
            if (next < 0) {
                break;
            }
            here = next;
        }
        return places.position(here);
    }

    private int child(int value, String token) {
        int first = value + 1;
        if (first == places.end(value)) {
            return -1;
        }
        return places.name(first) == JsonPlaces.NO_NAME ? item(value, Positions.index(token)) : member(value, token);
    }

    private int item(int array, int index) {
        int item = array + 1;
        for (int i = 0; i < index && item < places.end(array); i++) {
            item = places.end(item);
        }
        return index >= 0 && item < places.end(array) ? item : -1;
    }

    private int member(int object, String name) {
        @Nullable Map<String, Integer> known = members.get(object);
        if (known != null) {
            return known.getOrDefault(name, -1);
        }
        int count = 0;
        for (int member = object + 1; member < places.end(object); member = places.end(member)) {
            if (name.equals(name(member))) {
                return member;
            }
            if (++count > MANY) {
                return members.computeIfAbsent(object, this::named).getOrDefault(name, -1);
            }
        }
        return -1;
    }

    private Map<String, Integer> named(int object) {
        Map<String, Integer> named = new HashMap<>();
        for (int member = object + 1; member < places.end(object); member = places.end(member)) {
            named.put(name(member), member);
        }
        return named;
    }

    private String name(int member) {
        try {
            return JsonScanner.name(text, places.name(member));
        } catch (JsonException e) {
            throw new IllegalStateException("a name is no JSON in a text that is", e);
        }
    }
}
