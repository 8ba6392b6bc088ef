package plumbline.contract.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/**
 * How deep the shallowest value of a schema is nested, as far as required parts tell; tells a branch that ends a recursion
 * from one that goes on with it. The same for a schema whatever was asked before. Thread-safe.
 */
public final class SchemaHeights {
    /** The height of what has no shallowest value, or is nested deeper than anyone would. */
    static final int ENDLESS = 100;

    private final Schemas schemas;
    private final Map<String, Integer> byReference = new ConcurrentHashMap<>();

    public SchemaHeights(Schemas schemas) {
        this.schemas = schemas;
    }

    /** {@return the height, 0 for values that are not nested} */
    int of(JsonNode schema) {
        Set<String> unknown = new LinkedHashSet<>();
        int height = ShallowestValue.height(schema, reference -> known(reference, unknown));
        if (unknown.isEmpty()) {
            return height;
        }
        settle(unknown);
        return ShallowestValue.height(schema, byReference::get);
    }

    private int known(String reference, Set<String> unknown) {
        Integer known = byReference.get(reference);
        if (known == null) {
            unknown.add(reference);
            return ENDLESS;
        }
        return known;
    }

    /**
     * Finds the heights of these references and of all that they lead to. Each counts as endless until a way to end it is
     * found, which may end those that use it; what has not ended then never does. Only what is final is kept, and nobody else
     * keeps any meanwhile.
     */
    private synchronized void settle(Set<String> asked) {
        Map<String, Set<String>> uses = uses(asked);
        Map<String, Set<String>> users = new HashMap<>();
        uses.forEach((user, used) -> used.forEach(
                one -> users.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(user)));
        Map<String, Integer> heights = new HashMap<>();
        ToIntFunction<String> height =
                reference -> heights.getOrDefault(reference, byReference.getOrDefault(reference, ENDLESS));
        Set<String> waiting = usedFirst(uses.keySet());
        while (!waiting.isEmpty()) {
            String reference = waiting.iterator().next();
            waiting.remove(reference);
            int now = ShallowestValue.height(schemas.referenced(reference), height);
            if (now < height.applyAsInt(reference)) {
                heights.put(reference, now);
                waiting.addAll(users.getOrDefault(reference, Set.of()));
            }
        }
        uses.keySet().forEach(reference -> byReference.put(reference, height.applyAsInt(reference)));
    }

    /** {@return the references that can be reached and are not known, each with those that its height depends on} */
    private Map<String, Set<String>> uses(Set<String> asked) {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(asked);
        while (!open.isEmpty()) {
            String reference = open.pop();
            if (uses.containsKey(reference)) {
                continue;
            }
            Set<String> used = new LinkedHashSet<>();
            ShallowestValue.height(schemas.referenced(reference), part -> known(part, used));
            uses.put(reference, used);
            used.forEach(open::push);
        }
        return uses;
    }

    /** Where nothing recurs, each is looked at once in this order. */
    private static Set<String> usedFirst(Set<String> found) {
        List<String> reversed = new ArrayList<>(found);
        Collections.reverse(reversed);
        return new LinkedHashSet<>(reversed);
    }
}
