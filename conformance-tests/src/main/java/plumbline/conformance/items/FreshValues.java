package plumbline.conformance.items;

import java.util.Optional;
import java.util.SplittableRandom;
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

    private final Schemas schemas;
    private final SplittableRandom random;

    FreshValues(Schemas schemas, long seed) {
        this.schemas = schemas;
        this.random = new SplittableRandom(seed);
    }

    /** {@return the body with a new value at this place, if it has one there and another can be made} */
    JsonNode in(JsonNode body, String pointer, Optional<Schema> schema) {
        JsonNode old = body.at(pointer);
        if (!old.isValueNode() || old.isNull() || pointer.isEmpty()) {
            return body;
        }
        JsonNode copy = body.deepCopy();
        int last = pointer.lastIndexOf('/');
        Optional<Schema> property = schema;
        for (String name : Pointers.tokens(pointer)) {
            property = property.flatMap(outer -> SchemaShape.of(outer).property(name));
        }
        if (copy.at(pointer.substring(0, last)) instanceof ObjectNode holder) {
            fresh(property.orElse(null), old)
                    .ifPresent(value -> holder.set(Pointers.unescape(pointer.substring(last + 1)), value));
        }
        return copy;
    }

    /** {@return another value of a schema than the old one, if one can be made} */
    Optional<JsonNode> fresh(@Nullable Schema schema, JsonNode old) {
        String word = Long.toString(random.nextLong(1L << 40, 1L << 41), RADIX);
        Stream<JsonNode> texts = Stream.of("plumbline-" + word, word, "plumbline-" + word + "@example.com")
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
