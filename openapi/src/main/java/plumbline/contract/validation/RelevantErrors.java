package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.json.networknt.schema.Error;

/** Picks the errors that a reader needs: where none of several choices fits, those of the one that was most likely meant. */
final class RelevantErrors {
    /** Choices within choices have errors without measure, of which the first tell enough. */
    private static final int MOST_LOOKED_AT = 5_000;

    private static final int MOST_ERRORS = 50;
    private static final Set<String> TAGS = Set.of("const", "enum");

    private final List<Error> errors;
    private final IdentityHashMap<Error, Trail> trails = new IdentityHashMap<>();

    /** Takes all errors of one validation. */
    RelevantErrors(List<Error> errors) {
        this.errors = List.copyOf(errors);
    }

    /**
     * An error, and the choices that were taken as meant on the way to it.
     *
     * @param error the error
     * @param choices the choices, outermost first
     */
    record Relevant(Error error, List<Choice> choices) {
        Relevant {
            choices = List.copyOf(choices);
        }

        private Relevant in(Choice outer) {
            List<Choice> all = new ArrayList<>(List.of(outer));
            all.addAll(choices);
            return new Relevant(error, all);
        }
    }

    /**
     * One of several choices.
     *
     * @param keyword the position of the keyword among the steps
     * @param index which of its choices
     */
    record Choice(int keyword, int index) {}

    /**
     * How the validator came to an error; looked at once for each choice around it.
     *
     * @param steps through the schema
     * @param place through the value
     */
    private record Trail(EvaluationSteps steps, List<String> place) {
        private static Trail of(Error error) {
            return new Trail(EvaluationSteps.of(error), EvaluationSteps.names(error.getInstanceLocation()));
        }

        private Spot spot(int keyword) {
            return new Spot(steps.upTo(keyword), upTo(0, steps.depth(0, keyword)));
        }

        private Fork fork(Fork around, int keyword) {
            int depth = around.depth() + steps.depth(around.inside(), keyword);
            return new Fork(
                    steps.segments().subList(around.inside(), keyword + 1),
                    upTo(around.depth(), depth),
                    keyword,
                    Math.min(depth, place.size()));
        }

        private List<String> upTo(int from, int depth) {
            return place.subList(Math.min(from, place.size()), Math.min(depth, place.size()));
        }
    }

    /**
     * A place in the value where choices are tried.
     *
     * @param schema the steps to the choices from those around them on; what comes before is the same for all that are compared
     * @param value the steps through the value from there on
     * @param keyword the position of the choices among all steps
     * @param depth how deep in the value they are tried
     */
    private record Fork(List<String> schema, List<String> value, int keyword, int depth) {
        /** Where all that there is stands. */
        private static final Fork NONE = new Fork(List.of(), List.of(), -2, 0);

        /** The first step behind the keyword and the index of one of its choices. */
        private int inside() {
            return keyword + 2;
        }
    }

    /** A schema with choices, or with a discriminator, and the value that it judges. */
    private record Spot(List<String> schema, List<String> value) {}

    List<Relevant> list() {
        List<Error> told = errors.stream()
                .filter(error -> error.getKeyword() != null && error.getInstanceLocation() != null)
                .limit(MOST_LOOKED_AT)
                .toList();
        if (told.isEmpty()) {
            return errors.stream().map(error -> new Relevant(error, List.of())).toList();
        }
        Set<Spot> decided = told.stream().flatMap(this::decision).collect(Collectors.toSet());
        return pick(told, Fork.NONE, decided).stream().limit(MOST_ERRORS).toList();
    }

    private Trail trail(Error error) {
        return trails.computeIfAbsent(error, Trail::of);
    }

    private Stream<Spot> decision(Error error) {
        Trail trail = trail(error);
        return trail.steps().discriminatorRule().map(trail::spot).stream();
    }

    private List<Relevant> pick(List<Error> errors, Fork around, Set<Spot> decided) {
        List<Relevant> picked = new ArrayList<>();
        Map<Fork, List<Error>> forks = new LinkedHashMap<>();
        for (Error error : errors) {
            Trail trail = trail(error);
            trail.steps()
                    .choice(around.inside())
                    .map(keyword -> trail.fork(around, keyword))
                    .ifPresentOrElse(
                            fork -> forks.computeIfAbsent(fork, key -> new ArrayList<>())
                                    .add(error),
                            () -> picked.add(new Relevant(error, List.of())));
        }
        forks.forEach((fork, own) -> {
            // Where a discriminator says which one is meant, its rule tells what is wrong with that one.
            if (decided.isEmpty() || !decided.contains(trail(own.get(0)).spot(fork.keyword()))) {
                picked.addAll(taken(fork, own, decided));
            }
        });
        return picked;
    }

    private List<Relevant> taken(Fork fork, List<Error> errors, Set<Spot> decided) {
        Map<Integer, List<Error>> branches = new TreeMap<>();
        for (Error error : errors) {
            branches.computeIfAbsent(trail(error).steps().branch(fork.keyword()), index -> new ArrayList<>())
                    .add(error);
        }
        List<Error> all = branches.remove(-1);
        if (branches.isEmpty() || all != null && all.stream().anyMatch(RelevantErrors::isAmbiguous)) {
            return all == null
                    ? List.of()
                    : all.stream().map(error -> new Relevant(error, List.of())).toList();
        }
        Map<Integer, List<Relevant>> told = new TreeMap<>();
        branches.forEach((index, own) -> told.put(index, pick(own, fork, decided)));
        Map.Entry<Integer, List<Relevant>> meant = told.entrySet().stream()
                .min(Comparator.comparingInt(
                                (Map.Entry<Integer, List<Relevant>> branch) -> misfits(branch.getValue(), fork))
                        .thenComparingInt(branch -> branch.getValue().size())
                        .thenComparingInt(branch -> -deepest(branch.getValue())))
                .orElseThrow();
        Choice choice = new Choice(fork.keyword(), meant.getKey());
        return meant.getValue().stream().map(relevant -> relevant.in(choice)).toList();
    }

    /** More than one choice fits, so that those which do not are no matter. */
    private static boolean isAmbiguous(Error error) {
        Object[] arguments = error.getArguments();
        return "oneOf".equals(error.getKeyword())
                && arguments != null
                && arguments.length > 0
                && !"0".equals(String.valueOf(arguments[0]));
    }

    /** How clearly a value is none of a kind: by its own type, then by properties that tell kinds apart. */
    private static int misfits(List<Relevant> branch, Fork fork) {
        int misfits = 0;
        for (Relevant relevant : branch) {
            Error error = relevant.error();
            int depth = error.getInstanceLocation().getNameCount() - fork.depth();
            if ("type".equals(error.getKeyword())) {
                misfits += depth == 0 ? 1000 : depth == 1 ? 1 : 0;
            } else if (TAGS.contains(error.getKeyword())) {
                misfits += depth == 1 ? 100 : depth == 0 ? 10 : 0;
            }
        }
        return misfits;
    }

    private static int deepest(List<Relevant> branch) {
        return branch.stream()
                .mapToInt(relevant -> relevant.error().getInstanceLocation().getNameCount())
                .max()
                .orElse(0);
    }
}
