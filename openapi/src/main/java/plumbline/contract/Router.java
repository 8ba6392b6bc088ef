package plumbline.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;

/**
 * Finds operations by path, segment by segment: literal segments first, then the templated ones with most literal text, those
 * that take any number of segments last, so that concrete paths win and the cost does not grow with the number of operations.
 */
final class Router {
    private static final int MOST_EQUALS = 1_000;

    private static final Comparator<Operation> BY_QUERY_OF_PATH = Comparator.comparingInt(
                    (Operation operation) -> operation.template().queryParts())
            .reversed();

    /** Those that ask for most in the query are the most specific; all others stay in their order. */
    private static final Comparator<Operation> MOST_ASKING_FIRST = BY_QUERY_OF_PATH.thenComparing(
            Comparator.comparingLong(Router::requiredInQuery).reversed());

    /** What asks for least is meant by a request that fits none. */
    private static final Comparator<Match.Found> LEAST_ASKING_FIRST =
            Comparator.comparing(Match.Found::operation, BY_QUERY_OF_PATH.thenComparingLong(Router::requiredInQuery));

    private final Place root = new Place();

    /** What can follow after some segments. */
    private static final class Place {
        private final Map<String, Place> literals = new HashMap<>();
        private final List<Branch> templated = new ArrayList<>();
        private final Map<String, List<Operation>> operations = new LinkedHashMap<>();
        private int height;
    }

    private record Branch(SegmentPattern pattern, int rank, Place next) {
        Branch(SegmentPattern pattern, Place next) {
            this(pattern, pattern.rank(), next);
        }
    }

    /** One look-up: what was asked for, the way taken so far, the equally specific operations found and the methods passed over. */
    private static final class Search {
        private final String[] segments;
        private final String method;
        private final @Nullable String query;
        private final List<Integer> ranks = new ArrayList<>();
        private final List<String> values = new ArrayList<>(4);
        private final TreeSet<String> allowed = new TreeSet<>();
        private final List<Match.Found> found = new ArrayList<>(1);
        private List<Integer> ranksFound = List.of();

        private Search(String[] segments, String method, @Nullable String query) {
            this.segments = segments;
            this.method = method;
            this.query = query;
        }

        /** Goes on by a segment of a rank, unless what it leads to is less specific than what was found. */
        private void step(int rank, Runnable further) {
            boolean isLess =
                    !found.isEmpty() && (ranksFound.size() <= ranks.size() || ranksFound.get(ranks.size()) != rank);
            if (!isLess && found.size() < MOST_EQUALS) {
                ranks.add(rank);
                further.run();
                ranks.remove(ranks.size() - 1);
            }
        }

        private void add(Operation operation) {
            operation.template().valuesIn(query).ifPresent(queried -> {
                Map<String, String> named = new HashMap<>(queried);
                List<String> names = operation.template().names();
                for (int i = 0; i < values.size(); i++) {
                    named.put(names.get(i), values.get(i));
                }
                found.add(new Match.Found(operation, named));
                ranksFound = List.copyOf(ranks);
            });
        }
    }

    void add(String fullPath, Operation operation) {
        Place here = root;
        String[] segments = segments(fullPath);
        for (int i = 0; i < segments.length; i++) {
            here.height = Math.max(here.height, segments.length - i);
            String segment = segments[i];
            here = SegmentPattern.isTemplated(segment)
                    ? templated(here, SegmentPattern.parse(segment))
                    : here.literals.computeIfAbsent(SegmentPattern.decoded(segment), s -> new Place());
        }
        List<Operation> equals = here.operations.computeIfAbsent(operation.method(), method -> new ArrayList<>(1));
        int at = equals.size();
        while (at > 0 && MOST_ASKING_FIRST.compare(operation, equals.get(at - 1)) < 0) {
            at--;
        }
        equals.add(at, operation);
    }

    private static long requiredInQuery(Operation operation) {
        return operation.parameters(Parameter.In.QUERY).stream()
                .filter(Parameter::required)
                .count();
    }

    private static Place templated(Place here, SegmentPattern pattern) {
        for (Branch branch : here.templated) {
            if (branch.pattern.equals(pattern)) {
                return branch.next;
            }
        }
        Branch branch = new Branch(pattern, new Place());
        here.templated.add(branch);
        here.templated.sort(Comparator.comparingInt(Branch::rank).reversed());
        return branch.next;
    }

    /**
     * {@return what is asked for; of operations that are equally specific, the first that fits, or else the one that asks for
     * least}
     *
     * @param query the query as sent; null for whatever operations ask for
     */
    Match find(String method, String rawPath, @Nullable String query, Predicate<Match.Found> fits) {
        Search search = new Search(segments(rawPath), method, query);
        find(root, 0, search);
        if (search.found.size() == 1) {
            return search.found.get(0);
        }
        if (!search.found.isEmpty()) {
            return search.found.stream()
                    .filter(fits)
                    .findFirst()
                    .orElseGet(() -> Collections.min(search.found, LEAST_ASKING_FIRST));
        }
        return search.allowed.isEmpty() ? new Match.NoPath() : new Match.WrongMethod(search.allowed);
    }

    private static void find(Place here, int depth, Search search) {
        if (depth == search.segments.length) {
            end(here, search);
            return;
        }
        String segment = search.segments[depth];
        Place literal = here.literals.get(SegmentPattern.decoded(segment));
        if (literal != null) {
            search.step(Integer.MAX_VALUE, () -> find(literal, depth + 1, search));
        }
        for (Branch branch : here.templated) {
            search.step(branch.rank, () -> {
                if (branch.pattern.takesMore()) {
                    many(branch, depth, search);
                } else {
                    take(branch, segment, depth + 1, search);
                }
            });
        }
    }

    private static void take(Branch branch, String sent, int next, Search search) {
        for (List<String> values : branch.pattern.match(sent)) {
            int before = search.values.size();
            search.values.addAll(values);
            find(branch.next, next, search);
            search.values.subList(before, search.values.size()).clear();
        }
    }

    /** Takes as many segments as are left, or fewer where others can follow. */
    private static void many(Branch branch, int depth, Search search) {
        int all = search.segments.length;
        for (int end = all; end > depth && end >= all - branch.next.height; end--) {
            take(branch, String.join("/", List.of(search.segments).subList(depth, end)), end, search);
        }
    }

    private static void end(Place here, Search search) {
        int before = search.found.size();
        here.operations.getOrDefault(search.method, List.of()).forEach(search::add);
        if (search.found.size() == before && "HEAD".equals(search.method)) {
            here.operations.getOrDefault("GET", List.of()).forEach(search::add);
        }
        if (search.found.size() == before) {
            here.operations.forEach((method, operations) -> {
                if (operations.stream()
                        .anyMatch(one -> one.template().valuesIn(search.query).isPresent())) {
                    search.allowed.add(method);
                }
            });
            if (search.allowed.contains("GET")) {
                search.allowed.add("HEAD");
            }
        }
    }

    private static String[] segments(String path) {
        return (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    }
}
