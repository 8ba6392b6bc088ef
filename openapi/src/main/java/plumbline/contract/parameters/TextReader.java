package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the texts of one message as JSON values. Where a text may stand for several, it takes the likeliest one that its
 * own schema allows; what is still open then is read in another way after each {@link #advance()}. Not thread-safe.
 */
public final class TextReader {
    private static final int MOST_READINGS = 64;

    private final Validity validity;
    private final Map<Node, SchemaShape> shapes = new HashMap<>();
    private final Map<String, Choices> choices = new LinkedHashMap<>();
    private final Map<Object, Decoded> decided = new HashMap<>();
    private String property = "";
    private int asked;
    private int readings = 1;

    public TextReader(Validity validity) {
        this.validity = validity;
    }

    /** {@return the value that a text stands for; a text itself where nothing is declared} */
    public JsonNode value(String text, @Nullable Schema schema) {
        if (schema == null) {
            return JsonNodeFactory.instance.stringNode(text);
        }
        List<JsonNode> candidates = TextValues.candidates(text, shape(schema));
        return candidates.size() == 1
                ? candidates.get(0)
                : likeliest(text, new LinkedHashSet<>(candidates), List.of(schema));
    }

    /** {@return the value that a text stands for, where each of these schemas may be the one for it} */
    public JsonNode value(String text, List<Schema> schemas) {
        Set<JsonNode> candidates = new LinkedHashSet<>();
        schemas.forEach(schema -> candidates.addAll(TextValues.candidates(text, shape(schema))));
        return likeliest(text, candidates, schemas);
    }

    private JsonNode likeliest(String text, Set<JsonNode> candidates, List<Schema> schemas) {
        if (candidates.isEmpty()) {
            return JsonNodeFactory.instance.stringNode(text);
        }
        List<JsonNode> possible = new ArrayList<>(candidates);
        if (possible.size() > 1) {
            possible.removeIf(candidate -> schemas.stream().noneMatch(schema -> validity.holds(schema, candidate)));
        }
        return possible.isEmpty() ? candidates.iterator().next() : possible.get(choice(possible.size()));
    }

    /** {@return the shape of values of a schema, which is found out once} */
    public SchemaShape shape(Schema schema) {
        return shapes.computeIfAbsent(schema.node(), node -> validity.shape(schema));
    }

    /** {@return whether one of these schemas allows a value} */
    boolean isPossible(JsonNode value, List<Schema> schemas) {
        return schemas.stream().anyMatch(schema -> validity.holds(schema, value));
    }

    /** {@return which of this many ways to read something is to be taken now; the first one first} */
    public int choice(int ways) {
        if (ways < 2) {
            return 0;
        }
        asked++;
        return choices.computeIfAbsent(property, first -> new Choices()).take(ways);
    }

    /** The choices that are made on the way through a property, or through what belongs to none, in their order. */
    private static final class Choices {
        private final List<Integer> options = new ArrayList<>();
        private final List<Integer> taken = new ArrayList<>();
        private int next;

        int take(int ways) {
            if (next == options.size()) {
                options.add(ways);
                taken.add(0);
            }
            return Math.min(taken.get(next++), ways - 1);
        }

        /** Goes on to another way, or back to the first one after all of them; says which. */
        boolean advance() {
            for (int i = 0; i < options.size(); i++) {
                if (taken.get(i) + 1 < options.get(i)) {
                    taken.set(i, taken.get(i) + 1);
                    return true;
                }
                taken.set(i, 0);
            }
            return false;
        }
    }

    /**
     * {@return what a property of a form is read as; where there is but one way, it is read once}
     *
     * @param key what it is read from, and how
     */
    Decoded property(String name, Object key, Supplier<Decoded> reading) {
        Decoded known = decided.get(key);
        if (known != null) {
            return known;
        }
        String around = property;
        int before = asked;
        property = name;
        Decoded decoded = reading.get();
        property = around;
        if (asked == before) {
            decided.put(key, decoded);
        }
        return decoded;
    }

    /** Goes on to another way to read the same message; says whether there is one, of which there are only so many. */
    public boolean advance() {
        return advance(property -> true);
    }

    /** The same, if another way to read other properties of a form than these would not do. */
    public boolean advance(Predicate<String> isOfUse) {
        choices.values().forEach(made -> made.next = 0);
        if (++readings > MOST_READINGS) {
            return false;
        }
        for (Map.Entry<String, Choices> made : choices.entrySet()) {
            if (isOfUse.test(made.getKey()) && made.getValue().advance()) {
                return true;
            }
        }
        return false;
    }
}
