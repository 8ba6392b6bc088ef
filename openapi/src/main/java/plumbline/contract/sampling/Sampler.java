package plumbline.contract.sampling;

import java.util.List;
import java.util.Objects;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.source.Choices;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;

/** Makes valid values for schemas; equal seeds make equal values. Thread-safe. */
public final class Sampler {
    private static final int MOST_ATTEMPTS = 40;
    private static final String COMPONENTS = "/components/schemas/";

    private final Schemas schemas;
    private final SchemaHeights heights;
    private final int firstAttempt;
    private final boolean takesExamples;

    public Sampler(Schemas schemas) {
        this(schemas, new SchemaHeights(schemas), 0, true);
    }

    private Sampler(Schemas schemas, SchemaHeights heights, int firstAttempt, boolean takesExamples) {
        this.schemas = schemas;
        this.heights = heights;
        this.firstAttempt = firstAttempt;
        this.takesExamples = takesExamples;
    }

    /** {@return a sampler of the same schemas that leaves out, one way or another, what values can do without} */
    public Sampler sparing(int way) {
        return new Sampler(schemas, heights, Choices.FIRST_SPARE_ATTEMPT + way, takesExamples);
    }

    /** {@return a sampler of the same schemas that takes no example for a value} */
    public Sampler withoutExamples() {
        return new Sampler(schemas, heights, firstAttempt, false);
    }

    /**
     * {@return a value that is valid}
     *
     * @param seed which of the valid values
     * @throws UnsatisfiableException if none could be made
     */
    public JsonNode sample(Schema schema, Direction direction, long seed) throws UnsatisfiableException {
        JsonNode rewritten = schemas.rewritten(schema, direction);
        String name = name(schema);
        ContradictionRemover remover = new ContradictionRemover(schemas, schema, direction);
        UnsatisfiableException.Attempt fullest = null;
        UnsatisfiableException.Attempt nearest = null;
        for (int attempt = firstAttempt; attempt < MOST_ATTEMPTS; attempt++) {
            if (attempt == Choices.ATTEMPTS_WITH_EVERYTHING && fullest != null) {
                nearest = remover.mend(fullest);
                if (nearest.violations().isEmpty()) {
                    return nearest.value();
                }
            }
            JsonNode value =
                    new ValueMaker(schemas, heights, new Choices(seed, attempt, takesExamples)).value(rewritten, name);
            List<Violation> violations = schemas.violations(schema, direction, value, Location.body());
            if (violations.isEmpty()) {
                return value;
            }
            if (fullest == null) {
                fullest = new UnsatisfiableException.Attempt(value, violations);
            }
            if (nearest == null || violations.size() < nearest.violations().size()) {
                nearest = new UnsatisfiableException.Attempt(value, violations);
            }
        }
        boolean endless = heights.of(rewritten) >= SchemaHeights.ENDLESS;
        throw new UnsatisfiableException(schema.node().place(), Objects.requireNonNull(nearest), endless);
    }

    /** The name under which the schema stands in the components; it tells what its values are. */
    private static String name(Schema schema) {
        String pointer = schema.node().resolved().pointer();
        return pointer.startsWith(COMPONENTS) ? pointer.substring(COMPONENTS.length()) : "";
    }
}
