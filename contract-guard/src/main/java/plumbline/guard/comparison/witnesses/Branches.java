package plumbline.guard.comparison.witnesses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.flattening.Conjunction;

/** Counts in how many ways a value is judged by choices within choices, of which a few lines can write down millions. */
final class Branches {
    private static final long MOST = 2_000;
    private static final List<String> LISTS = List.of("oneOf", "anyOf", "allOf");
    private static final List<String> PARTS = List.of("not", "if", "then", "else");

    private final Map<Node, Long> known = new HashMap<>();

    /** {@return whether they are too many to judge values one by one} */
    boolean areTooMany(Conjunction all) {
        return all.nodes().stream().mapToLong(this::of).sum() > MOST;
    }

    private long of(Node schema) {
        Node resolved = schema.resolved();
        Long before = known.get(resolved);
        if (before != null) {
            return before;
        }
        // A schema within itself adds nothing that has not been counted.
        known.put(resolved, 0L);
        Stream<Node> parts = Stream.concat(
                LISTS.stream().flatMap(keyword -> resolved.items(keyword).stream()),
                PARTS.stream().flatMap(keyword -> resolved.get(keyword).stream()));
        long count = Math.min(MOST + 1, 1 + parts.mapToLong(this::of).sum());
        known.put(resolved, count);
        return count;
    }
}
