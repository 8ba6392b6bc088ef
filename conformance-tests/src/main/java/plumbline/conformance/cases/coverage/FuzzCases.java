package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.cases.requests.Fuzzing;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.contract.Direction;
import plumbline.contract.Parameter;
import plumbline.contract.Schema;
import plumbline.contract.http.Request;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.contract.sampling.variation.Mutator;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Random cases: a parameter or the body of a right request has another value, which is right or wrong in one way. They are
 * the same for the same seed.
 */
final class FuzzCases {
    private static final int TRIALS = 10;

    private final RightRequests requests;
    private final Mutator mutator;
    private final Fuzzing fuzzing;

    FuzzCases(RightRequests requests, Mutator mutator, Fuzzing fuzzing) {
        this.requests = requests;
        this.mutator = mutator;
        this.fuzzing = fuzzing;
    }

    /**
     * A part of a request that can have any value of a schema.
     *
     * @param name its name
     * @param schema the schema
     * @param write makes a request with a value
     */
    private record Part(String name, Schema schema, Write write) {}

    private interface Write {
        Optional<Request> with(JsonNode value);
    }

    /**
     * A random value, and what is wrong with it.
     *
     * @param maker makes the case
     * @param part where the value goes
     * @param name the name of the case
     * @param fault what is wrong with the value; null if nothing is
     */
    private record Try(
            CoverageCase.Maker maker,
            Part part,
            String name,
            @Nullable Mutation fault) {
        Optional<Case> with(JsonNode value) {
            return part.write()
                    .with(value)
                    .map(request -> new CoverageCase(name, request, maker.right()))
                    .flatMap(subject -> {
                        Mutation meant = fault;
                        return meant == null
                                ? maker.right(subject)
                                : maker.wrong(subject, found -> isSame(found, meant));
                    })
                    .map(made -> made.shrunkBy(() -> smaller(value)));
        }

        private List<Case> smaller(JsonNode value) {
            return SmallerValues.of(value).stream()
                    .flatMap(less -> with(less).stream())
                    .toList();
        }

        private static boolean isSame(Violation found, Mutation meant) {
            return found.rule().equals(meant.keyword())
                    && found.location().pointer().equals(meant.pointer());
        }
    }

    List<Case> cases(CoverageCase.Maker maker, BodyCoverage bodies) {
        if (fuzzing.count() == 0) {
            return List.of();
        }
        List<List<Part>> parts = Stream.of(parameters(maker), bodies(maker, bodies))
                .filter(list -> !list.isEmpty())
                .toList();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < fuzzing.count() && !parts.isEmpty(); i++) {
            SplittableRandom random = new SplittableRandom(fuzzing.seed() * 1_000_003 + i);
            String name = "fuzz " + fuzzing.seed() + "." + (i + 1) + " ";
            Stream.generate(() -> any(parts, random))
                    .limit(TRIALS)
                    .flatMap(part -> made(new Try(maker, part, name + part.name(), null), random).stream())
                    .findFirst()
                    .ifPresent(cases::add);
        }
        return cases;
    }

    /** The body as often as all parameters together. */
    private static Part any(List<List<Part>> parts, SplittableRandom random) {
        List<Part> kind = parts.get(random.nextInt(parts.size()));
        return kind.get(random.nextInt(kind.size()));
    }

    private Optional<Case> made(Try right, SplittableRandom random) {
        Optional<JsonNode> value = requests.sample(right.part().schema(), random.nextLong(1, Integer.MAX_VALUE));
        return value.flatMap(valid -> random.nextBoolean() ? right.with(valid) : wrong(right, valid, random));
    }

    private Optional<Case> wrong(Try right, JsonNode valid, SplittableRandom random) {
        List<Mutation> mutations = mutator.mutations(right.part().schema(), Direction.REQUEST, valid)
                .list();
        if (mutations.isEmpty()) {
            return Optional.empty();
        }
        Mutation chosen = mutations.get(random.nextInt(mutations.size()));
        return new Try(right.maker(), right.part(), right.name() + " " + chosen, chosen).with(chosen.value());
    }

    private List<Part> parameters(CoverageCase.Maker maker) {
        List<Part> parts = new ArrayList<>();
        for (Parameter parameter : maker.operation().parameters()) {
            parameter
                    .valueSchema()
                    .ifPresent(schema -> parts.add(new Part(
                            ParameterCoverage.name(parameter),
                            schema,
                            value -> requests.with(maker.operation(), parameter, value))));
        }
        return parts;
    }

    private static List<Part> bodies(CoverageCase.Maker maker, BodyCoverage bodies) {
        List<Part> parts = new ArrayList<>();
        bodies.described(maker.operation())
                .forEach((content, schema) -> parts.add(new Part(
                        "body", schema, value -> Optional.of(BodyCoverage.with(maker.right(), content, value)))));
        return parts;
    }
}
