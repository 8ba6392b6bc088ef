package plumbline.guard.comparison.witnesses;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.sampling.variation.Boundary;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.contract.sampling.variation.Mutator;
import plumbline.contract.validation.Schemas;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes values that are likely to tell a schema from another one: right ones, edges, near misses, and those of parts. */
final class CandidateValues {
    private static final int SAMPLES = 3;

    /** Varying a value costs as much as its parts, each of which is judged with the whole; parts are compared by themselves. */
    private static final int LONGEST_VARIED = 1_500;

    private static final int MOST_VARIED = 2;
    private static final int MOST_VALUES = 400;
    private static final int MOST_PARTS = 12;
    private static final List<String> LISTS = List.of("oneOf", "anyOf");
    private static final List<String> PARTS = List.of("not", "if", "then", "else");

    private final Sampler sampler;
    private final Mutator mutator;

    CandidateValues(Schemas schemas) {
        // Bounds what is tried in vain for all schemas together.
        this.sampler = Sampler.ofWholeContract(schemas);
        this.mutator = new Mutator(schemas);
    }

    Set<JsonNode> of(Conjunction all, Direction direction) {
        Set<JsonNode> values = new LinkedHashSet<>();
        for (Node node : all.nodes()) {
            Schema schema = new Schema(node, all.version());
            List<JsonNode> right = right(schema, direction);
            values.addAll(right);
            for (JsonNode value : right.subList(0, Math.min(right.size(), MOST_VARIED))) {
                values.addAll(varied(schema, direction, value));
            }
        }
        List<JsonNode> objects = new ArrayList<>();
        for (Node part : parts(all)) {
            Schema schema = new Schema(part, all.version());
            List<JsonNode> right = right(schema, direction);
            values.addAll(right);
            right.stream().limit(1).forEach(value -> values.addAll(varied(schema, direction, value)));
            right.stream().filter(JsonNode::isObject).limit(2).forEach(objects::add);
        }
        values.addAll(merged(objects));
        return values.stream().limit(MOST_VALUES).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<JsonNode> right(Schema schema, Direction direction) {
        Set<JsonNode> values = new LinkedHashSet<>();
        for (int i = 0; i < SAMPLES; i++) {
            int seed = i;
            attempt(() -> sampler.sample(schema, direction, seed)).ifPresent(values::add);
            attempt(() -> sampler.withoutExamples().sample(schema, direction, SAMPLES + seed))
                    .ifPresent(values::add);
        }
        attempt(() -> sampler.sparing(0).sample(schema, direction, 0)).ifPresent(values::add);
        return List.copyOf(values);
    }

    private interface Making<T> {
        T make() throws UnsatisfiableException;
    }

    private static <T> Optional<T> attempt(Making<T> making) {
        try {
            return Optional.of(making.make());
        } catch (UnsatisfiableException | ContractException e) {
            return Optional.empty();
        }
    }

    private List<JsonNode> varied(Schema schema, Direction direction, JsonNode value) {
        if (value.toString().length() > LONGEST_VARIED) {
            return List.of();
        }
        List<JsonNode> values = new ArrayList<>();
        attempt(() -> mutator.boundaries(schema, direction, value))
                .ifPresent(found -> values.addAll(values(found.list(), Boundary::value)));
        attempt(() -> mutator.mutations(schema, direction, value))
                .ifPresent(found -> values.addAll(values(found.list(), Mutation::value)));
        return values;
    }

    private static <T> List<JsonNode> values(List<T> variations, Function<T, JsonNode> value) {
        return variations.stream().map(value).toList();
    }

    /** The schemas that judge the same value under conditions. */
    private static List<Node> parts(Conjunction all) {
        List<Node> parts = new ArrayList<>();
        for (Node part : FlatSchema.of(all).parts()) {
            LISTS.forEach(keyword -> parts.addAll(part.items(keyword)));
            PARTS.forEach(keyword -> part.get(keyword).ifPresent(parts::add));
            parts.addAll(part.members("dependentSchemas").values());
        }
        return parts.subList(0, Math.min(parts.size(), MOST_PARTS));
    }

    /** What fits one branch may, with what another one asks for beside it, fit both. */
    private static List<JsonNode> merged(List<JsonNode> objects) {
        List<JsonNode> merged = new ArrayList<>();
        for (JsonNode one : objects) {
            for (JsonNode other : objects) {
                if (!one.equals(other)) {
                    ObjectNode both = ((ObjectNode) one).deepCopy();
                    other.forEachEntry((name, member) -> {
                        if (!both.has(name)) {
                            both.set(name, member);
                        }
                    });
                    merged.add(both);
                }
            }
        }
        return merged;
    }
}
