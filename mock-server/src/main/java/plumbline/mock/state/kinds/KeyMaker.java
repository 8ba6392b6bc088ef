package plumbline.mock.state.kinds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.resources.Key;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.TakenKeys;

/** Makes names for items: the next number, or another text such as the contract asks for. Thread-safe. */
public final class KeyMaker {
    private static final int TRIES = 200;

    /** After so many names that are taken, numbers tell the next ones apart. */
    private static final int FEW_TRIES = 8;

    private final Schemas schemas;
    private final Shapes shapes;
    private final Sampler sampler;
    private final Map<Part, List<Schema>> known = new ConcurrentHashMap<>();

    /** A part of the keys of items, which names the item alone, or what is part of it, too. */
    private record Part(ItemKind kind, String name, boolean isWithin) {}

    public KeyMaker(Schemas schemas, Shapes shapes) {
        this.schemas = schemas;
        this.shapes = shapes;
        this.sampler = new Sampler(schemas);
    }

    /** {@return that no part of a key is known} */
    public static List<@Nullable String> unknown(LivingKind kind) {
        return Arrays.asList(new @Nullable String[kind.keyNames().size()]);
    }

    /**
     * {@return a key that no item has; nothing if none could be made}
     *
     * @param known the values of those parts that are named already, by their place; null for the others
     * @param taken the keys of the collection that are used up
     * @param seed where to begin
     */
    public Optional<List<String>> free(LivingKind kind, List<@Nullable String> known, TakenKeys taken, long seed) {
        List<String> names = kind.keyNames();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<String> key = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String given = known.get(i);
                Optional<String> part = given == null ? part(kind, i, taken, attempt, seed) : Optional.of(given);
                part.ifPresent(key::add);
            }
            if (key.size() < names.size()) {
                return Optional.empty();
            }
            if (!taken.isTaken(key)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** A name that what is part of the item can be asked for by, too, if there is any. */
    private Optional<String> part(LivingKind kind, int index, TakenKeys taken, int attempt, long seed) {
        String name = kind.keyNames().get(index);
        List<Schema> everywhere = wanted(kind, name, true);
        List<Schema> own = wanted(kind, name, false);
        return part(everywhere, index, taken, attempt, seed)
                .or(() -> everywhere.equals(own) ? Optional.empty() : part(own, index, taken, attempt, seed));
    }

    private Optional<String> part(List<Schema> wanted, int index, TakenKeys taken, int attempt, long seed) {
        Predicate<String> fits = text -> isAllowed(wanted, text);
        if (wanted.stream().map(shapes::of).anyMatch(SchemaShape::isMeantAsNumber)) {
            String next = Long.toString(taken.highest(index) + 1 + attempt);
            if (fits.test(next)) {
                return Optional.of(next);
            }
        }
        Optional<String> made = wanted.stream()
                .flatMap(schema -> sampled(schema, seed * TRIES + attempt, attempt).stream())
                .flatMap(text -> attempt < FEW_TRIES ? Stream.of(text) : numbered(text, taken.count() + attempt))
                .filter(fits)
                .findFirst();
        if (made.isPresent()) {
            return made;
        }
        return wanted.isEmpty() ? Optional.of(Long.toString(attempt + 1L)) : Optional.empty();
    }

    /** Samples are few words, and examples even fewer, so that later ones need something else. */
    private static Stream<String> numbered(String text, int next) {
        String number = Integer.toString(next);
        int kept = Math.max(0, text.length() - number.length());
        return Stream.of(text + "-" + number, text.substring(0, kept) + number, text);
    }

    private Optional<String> sampled(Schema schema, long seed, int attempt) {
        try {
            Sampler next = attempt % 2 == 0 ? sampler : sampler.withoutExamples();
            JsonNode value = next.sample(schema, Direction.RESPONSE, seed);
            return Optional.of(value.asString("")).filter(text -> !text.isEmpty() && value.isValueNode());
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    /** {@return whether a text can name an item} */
    public boolean isAllowed(LivingKind kind, String name, String text) {
        return isAllowed(wanted(kind, name, false), text);
    }

    private boolean isAllowed(List<Schema> wanted, String text) {
        return !text.isEmpty()
                && wanted.stream()
                        .allMatch(schema -> TextValues.candidates(text, shapes.of(schema)).stream()
                                .anyMatch(value -> schemas.isValid(schema, Direction.RESPONSE, value)));
    }

    /** What the property that holds the key says, and the parameters that name it. */
    private List<Schema> wanted(LivingKind kind, String name, boolean isWithin) {
        return known.computeIfAbsent(new Part(kind.stored(), name, isWithin), part -> found(kind, name, isWithin));
    }

    private List<Schema> found(LivingKind kind, String name, boolean isWithin) {
        List<Schema> wanted = new ArrayList<>();
        (isWithin ? kind.parametersWithin(name) : kind.parameters(name))
                .stream()
                        .map(Parameter::valueSchema)
                        .flatMap(Optional::stream)
                        .distinct()
                        .forEach(wanted::add);
        @Nullable Key key = kind.key(name);
        if (key != null && key.source() == Key.Source.PROPERTY) {
            property(kind, key).ifPresent(wanted::add);
        }
        return wanted;
    }

    private Optional<Schema> property(LivingKind kind, Key key) {
        Optional<Schema> here = Optional.of(kind.schema());
        for (String name : Pointers.tokens(key.pointer())) {
            here = here.flatMap(outer -> shapes.of(outer).property(name));
        }
        return here;
    }
}
