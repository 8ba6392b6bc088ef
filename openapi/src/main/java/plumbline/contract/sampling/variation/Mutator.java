package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.PartMaker;
import plumbline.contract.sampling.SchemaHeights;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Makes of a valid value others that are wrong in exactly one way, and others that are just about valid; the same of the
 * same value. What it returns is proven: a mutation breaks only the keyword that it names, only at the place that it names,
 * and a boundary breaks none. Thread-safe.
 */
public final class Mutator {
    private static final int MOST_TRIALS = 10_000;
    private static final int MOST_VARIATIONS = 1_000;

    private final Schemas schemas;
    private final PartMaker maker;
    private final List<VariantMaker> kinds;

    public Mutator(Schemas schemas) {
        this.schemas = schemas;
        this.maker = new PartMaker(schemas, new SchemaHeights(schemas));
        this.kinds = List.of(
                new ValueVariants(maker),
                new ChoiceVariants(maker),
                new NumberVariants(),
                new TextVariants(maker),
                new ArrayVariants(schemas, maker),
                new ObjectVariants(maker));
    }

    /** {@return values that are wrong in exactly one way each} */
    public Variations<Mutation> mutations(Schema schema, Direction direction, JsonNode valid) {
        return mutations(schema, direction, valid, WantedChanges.ALL);
    }

    /** {@return those that are wanted of the values that are wrong in exactly one way each} */
    public Variations<Mutation> mutations(Schema schema, Direction direction, JsonNode valid, WantedChanges wanted) {
        Trials<Mutation> trials = new Trials<>(schema, direction, valid);
        return trials.run((kind, place, part) -> {
            List<Variant> variants = new ArrayList<>();
            kind.faults(place, part, variants::add);
            List<Variant> types = variants.stream().filter(Variant::isOfType).toList();
            variants.removeIf(Variant::isOfType);
            Trial<Mutation> trial = (variant, whole) -> {
                List<Violation> violations = trials.violations(whole);
                return fault(variant, place, violations)
                        .map(fault -> new Mutation(whole, change(place, variant), fault, violations));
            };
            types(trials, place, types, wanted, trial);
            trials.attempt(place, variants, wanted, trial);
        });
    }

    /** The last wrong type that can be shown comes first to be tried, as it may do for all, and last in what is found. */
    private static void types(
            Trials<Mutation> trials,
            PlaceInValue place,
            List<Variant> types,
            WantedChanges wanted,
            Trial<Mutation> trial) {
        List<Variant> open = new ArrayList<>(types);
        Optional<Mutation> last = Optional.empty();
        int before = trials.found.size();
        while (last.isEmpty() && !open.isEmpty()) {
            trials.attempt(place, List.of(open.remove(open.size() - 1)), wanted, trial);
            last = trials.found.stream().skip(before).findFirst();
        }
        List<Judged.Change> others =
                open.stream().map(variant -> change(place, variant)).toList();
        if (last.isPresent() && !others.isEmpty() && wanted.isEnough(last.get(), others)) {
            open.forEach(variant -> trials.leave(place, variant));
        } else {
            trials.attempt(place, open, wanted, trial);
            last.ifPresent(first -> Collections.rotate(trials.found.subList(before, trials.found.size()), -1));
        }
    }

    private static Judged.Change change(PlaceInValue place, Variant variant) {
        return new Judged.Change(place.judged(), variant.change());
    }

    /** {@return valid values that stand at a boundary, or take another choice} */
    public Variations<Boundary> boundaries(Schema schema, Direction direction, JsonNode valid) {
        Trials<Boundary> trials = new Trials<>(schema, direction, valid);
        return trials.run((kind, place, part) -> kind.edges(
                place,
                part,
                variant -> trials.attempt(
                        place,
                        variant,
                        whole -> schemas.isValid(schema, direction, whole)
                                ? Optional.of(new Boundary(whole, variant.change(), variant.keyword(), place.pointer()))
                                : Optional.empty())));
    }

    /** {@return the valid value with all properties that are declared, and no array empty, as far as that keeps it valid} */
    public JsonNode completed(Schema schema, Direction direction, JsonNode valid) {
        JsonNode complete = valid;
        for (PlaceInValue place : new PlaceFinder(schemas).find(schemas.rewritten(schema, direction), valid, "")) {
            for (JsonNode fuller : fuller(place)) {
                JsonNode whole = merged(complete, place, fuller);
                if (schemas.isValid(schema, direction, whole)) {
                    complete = whole;
                }
            }
        }
        return complete;
    }

    private List<JsonNode> fuller(PlaceInValue place) {
        List<JsonNode> fuller = new ArrayList<>();
        if (place.value() instanceof ArrayNode array && array.isEmpty()) {
            fuller.addAll(new ArrayVariants(schemas, maker).sized(place, array, 1));
        } else if (place.value() instanceof ObjectNode) {
            for (JsonNode schema : place.schemas()) {
                new ObjectVariants(maker).edges(place, schema, variant -> {
                    if ("properties".equals(variant.keyword())) {
                        fuller.addAll(variant.candidates());
                    }
                });
            }
        }
        return fuller;
    }

    /** What was added at other places stays. */
    private static JsonNode merged(JsonNode whole, PlaceInValue place, JsonNode fuller) {
        JsonNode here = whole.at(place.pointer());
        if (here instanceof ObjectNode object && fuller instanceof ObjectNode more) {
            ObjectNode both = more.deepCopy();
            both.setAll(object);
            return place.replaced(whole, both);
        }
        return here.equals(place.value()) ? place.replaced(whole, fuller) : whole;
    }

    /** The one thing that is wrong, if it is what the change was meant to break. */
    private static Optional<Violation> fault(Variant variant, PlaceInValue place, List<Violation> violations) {
        Optional<Violation> meant = violations.stream()
                .filter(violation -> variant.mayBreak(violation.rule()))
                .findFirst();
        return meant.filter(fault -> isWithin(fault.location().pointer(), place.pointer()))
                .filter(fault -> violations.stream()
                        .allMatch(other ->
                                other.location().equals(fault.location()) && variant.mayAlsoBreak(other.rule())));
    }

    private static boolean isWithin(String pointer, String outer) {
        return pointer.equals(outer) || pointer.startsWith(outer + "/");
    }

    private interface Trial<T> {
        Optional<T> of(Variant variant, JsonNode whole);
    }

    /** Has all tried that a maker makes of a place after one of its schemas. */
    private interface Round {
        void make(VariantMaker kind, PlaceInValue place, JsonNode part);
    }

    /** The trials of one value. */
    private final class Trials<T> {
        private final Schema schema;
        private final Direction direction;
        private final JsonNode valid;
        private final List<T> found = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private int tried;
        private int left;
        private boolean cut;

        private Trials(Schema schema, Direction direction, JsonNode valid) {
            this.schema = schema;
            this.direction = direction;
            this.valid = valid;
        }

        private List<Violation> violations(JsonNode whole) {
            return schemas.violations(schema, direction, whole, Location.body());
        }

        private Variations<T> run(Round round) {
            PlaceFinder finder = new PlaceFinder(schemas);
            for (PlaceInValue place : finder.find(schemas.rewritten(schema, direction), valid, "")) {
                for (JsonNode part : place.schemas()) {
                    for (VariantMaker kind : kinds) {
                        round.make(kind, place, part);
                    }
                }
            }
            return new Variations<>(found, cut || finder.isCut());
        }

        /** Tries what is wanted; what is not counts as if it had been found, so that as many places are looked at. */
        private void attempt(PlaceInValue place, List<Variant> variants, WantedChanges wanted, Trial<T> trial) {
            for (Variant variant : variants) {
                if (wanted.isWanted(change(place, variant))) {
                    attempt(place, variant, whole -> trial.of(variant, whole));
                } else {
                    leave(place, variant);
                }
            }
        }

        private void leave(PlaceInValue place, Variant variant) {
            if (isFull()) {
                cut = true;
            } else if (known.add(name(place, variant))) {
                left++;
            }
        }

        private boolean isFull() {
            return tried + left >= MOST_TRIALS || found.size() + left >= MOST_VARIATIONS;
        }

        private static String name(PlaceInValue place, Variant variant) {
            return Pointers.child(place.pointer(), variant.change());
        }

        private void attempt(PlaceInValue place, Variant variant, Function<JsonNode, Optional<T>> trial) {
            String name = name(place, variant);
            if (known.contains(name)) {
                return;
            }
            for (JsonNode candidate : variant.candidates()) {
                if (isFull()) {
                    cut = true;
                    return;
                }
                tried++;
                Optional<T> variation = trial.apply(place.replaced(valid, candidate));
                if (variation.isPresent()) {
                    known.add(name);
                    found.add(variation.get());
                    return;
                }
            }
        }
    }
}
