package plumbline.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;

/**
 * Finds operations by path, segment by segment: literal segments first, then the templated ones with most literal text,
 * so that concrete paths win and the cost does not grow with the number of operations.
 */
final class Router {
    private final Place root = new Place();

    /** What can follow after some segments. */
    private static final class Place {
        private final Map<String, Place> literals = new HashMap<>();
        private final List<Branch> templated = new ArrayList<>();
        private final Map<String, Operation> operations = new LinkedHashMap<>();
    }

    private record Branch(SegmentPattern pattern, Place next) {}

    /** One look-up: the segments asked for, the values of the path taken and the methods passed over. */
    private static final class Search {
        private final String[] segments;
        private final String method;
        private final Map<String, String> values = new HashMap<>(4);
        private final TreeSet<String> allowed = new TreeSet<>();

        private Search(String[] segments, String method) {
            this.segments = segments;
            this.method = method;
        }
    }

    void add(String fullPath, Operation operation) {
        Place here = root;
        for (String segment : segments(fullPath)) {
            here = SegmentPattern.isTemplated(segment)
                    ? templated(here, SegmentPattern.parse(segment))
                    : here.literals.computeIfAbsent(SegmentPattern.decoded(segment), s -> new Place());
        }
        here.operations.putIfAbsent(operation.method(), operation);
    }

    private static Place templated(Place here, SegmentPattern pattern) {
        for (Branch branch : here.templated) {
            if (branch.pattern.equals(pattern)) {
                return branch.next;
            }
        }
        Branch branch = new Branch(pattern, new Place());
        here.templated.add(branch);
        here.templated.sort(
                Comparator.comparingInt((Branch b) -> b.pattern.literalLength()).reversed());
        return branch.next;
    }

    Match find(String method, String rawPath) {
        Search search = new Search(segments(rawPath), method);
        Operation operation = find(root, 0, search);
        if (operation != null) {
            return new Match.Found(operation, search.values);
        }
        return search.allowed.isEmpty() ? new Match.NoPath() : new Match.WrongMethod(search.allowed);
    }

    private static @Nullable Operation find(Place here, int depth, Search search) {
        if (depth == search.segments.length) {
            return end(here, search);
        }
        String segment = search.segments[depth];
        Place literal = here.literals.get(SegmentPattern.decoded(segment));
        Operation found = literal == null ? null : find(literal, depth + 1, search);
        for (int i = 0; found == null && i < here.templated.size(); i++) {
            Branch branch = here.templated.get(i);
            Map<String, String> values = new HashMap<>(4);
            found = branch.pattern.match(segment, values) ? find(branch.next, depth + 1, search) : null;
            if (found != null) {
                search.values.putAll(values);
            }
        }
        return found;
    }

    private static @Nullable Operation end(Place here, Search search) {
        Operation found = here.operations.get(search.method);
        if (found == null && "HEAD".equals(search.method)) {
            found = here.operations.get("GET");
        }
        if (found == null) {
            search.allowed.addAll(here.operations.keySet());
            if (here.operations.containsKey("GET")) {
                search.allowed.add("HEAD");
            }
        }
        return found;
    }

    private static String[] segments(String path) {
        return (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    }
}
