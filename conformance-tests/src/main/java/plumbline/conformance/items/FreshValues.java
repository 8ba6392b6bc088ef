package plumbline.conformance.items;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes values that nothing on a server is likely to have: they differ in each run, and each time in one. */
final class FreshValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SAMPLES = 20;
    private static final int LEAST_NUMBER = 100_000;
    private static final int RADIX = 36;
    private static final int MOST_KEPT = 1_000;
    private static final long LEAST_STEM = (long) RADIX * RADIX * RADIX * RADIX;
    private static final int LEAST_COUNT = RADIX * RADIX;
    private static final Pattern WORDS = Pattern.compile("\\p{Alnum}+");

    private final Schemas schemas;
    private final SplittableRandom random;
    private final Set<JsonNode> last = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, Boolean> eldest) {
            return size() > MOST_KEPT;
        }
    });
    /** What all words of this run begin with. */
    private final String stem;

    private long count;

    FreshValues(Schemas schemas, long seed) {
        this.schemas = schemas;
        this.random = new SplittableRandom(seed);
        this.stem = Long.toString(random.nextLong(LEAST_STEM, RADIX * LEAST_STEM), RADIX);
    }

    /** {@return the body with a new value at this place, if it has one there and another can be made} */
    JsonNode in(JsonNode body, String pointer, Optional<Schema> schema) {
        JsonNode old = body.at(pointer);
        if (!old.isValueNode() || old.isNull() || pointer.isEmpty()) {
            last.add(old);
            return body;
        }
        JsonNode copy = body.deepCopy();
        int slash = pointer.lastIndexOf('/');
        Optional<Schema> property = schema;
        for (String name : Pointers.tokens(pointer)) {
            property = property.flatMap(outer -> SchemaShape.of(outer).property(name));
        }
        if (copy.at(pointer.substring(0, slash)) instanceof ObjectNode holder) {
            JsonNode value = fresh(property.orElse(null), old).orElse(old);
            last.add(value);
            holder.set(Pointers.unescape(pointer.substring(slash + 1)), value);
        }
        return copy;
    }

    /** {@return whether a path names something by a word that was made up here; may be asked by any thread} */
    boolean isIn(String path) {
        return path.contains(stem);
    }

    /** {@return whether a value in a body is one of the last that were made, or for which no other could be} */
    boolean isMade(JsonNode value) {
        return last.contains(value);
    }

    /** {@return another value of a schema than the old one, if one can be made} */
    Optional<JsonNode> fresh(@Nullable Schema schema, JsonNode old) {
        count++;
        String word = stem + Long.toString(LEAST_COUNT + count, RADIX);
        Stream<JsonNode> texts = Stream.concat(
                        formed(old, word).stream(),
                        Stream.of("plumbline-" + word, word, "plumbline-" + word + "@example.com"))
                .map(NODES::stringNode);
        Stream<JsonNode> numbers = Stream.of(
                        random.nextInt(LEAST_NUMBER, Integer.MAX_VALUE), random.nextInt(1_000, LEAST_NUMBER))
                .map(NODES::numberNode);
        if (schema == null) {
            return (old.isNumber() ? numbers : texts).findFirst();
        }
        SchemaShape shape = SchemaShape.of(schema);
        Stream<JsonNode> made = shape.allows(JsonType.STRING) ? texts : numbers;
        return Stream.concat(made, sampled(schema))
                .filter(value -> !value.equals(old) && schemas.isValid(schema, Direction.REQUEST, value))
                .findFirst();
    }

    /**
     * A text of several words keeps its form, which may matter to a server though the contract does not tell: that of a name of a
     * host, of a file, of an address. It starts with another word; where that is a number, its longest one is another. What has
     * a scheme leads somewhere below.
     */
    private Optional<String> formed(JsonNode old, String word) {
        String text = old.isString() ? old.asString() : "";
        if (text.contains(stem)) {
            return Optional.empty();
        }
        if (text.contains("://")) {
            return Optional.of(text + (text.endsWith("/") ? "" : "/") + "plumbline-" + word);
        }
        List<MatchResult> words = WORDS.matcher(text).results().toList();
        if (words.isEmpty() || words.get(0).group().equals(text)) {
            return Optional.empty();
        }
        boolean startsWithNumber = isNumber(words.get(0));
        MatchResult changed = startsWithNumber
                ? words.stream()
                        .filter(FreshValues::isNumber)
                        .max(Comparator.comparingInt(number -> number.group().length()))
                        .orElseThrow()
                : words.get(0);
        String other = startsWithNumber ? digits(changed.group().length()) : "plumbline-" + word;
        return Optional.of(text.substring(0, changed.start()) + other + text.substring(changed.end()));
    }

    private static boolean isNumber(MatchResult word) {
        return word.group().chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private String digits(int length) {
        return random.ints(length, 1, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private Stream<JsonNode> sampled(Schema schema) {
        Sampler sampler = new Sampler(schemas).withoutExamples();
        long first = random.nextInt(Integer.MAX_VALUE);
        return LongStream.range(first, first + SAMPLES).boxed().flatMap(seed -> {
            try {
                return Stream.of(sampler.sample(schema, Direction.REQUEST, seed));
            } catch (UnsatisfiableException e) {
                return Stream.of();
            }
        });
    }
}
