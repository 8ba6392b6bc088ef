package plumbline.contract.sampling;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.source.Choices;
import plumbline.contract.sampling.source.SamplePreferences;
import plumbline.contract.validation.Effort;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Makes valid values for schemas; equal seeds make equal values. Thread-safe. */
public final class Sampler {
    private static final int MOST_ATTEMPTS = 40;
    private static final long MOST_STEPS = 2_000_000;
    private static final String COMPONENTS = "/components/schemas/";

    private final Schemas schemas;
    private final SchemaHeights heights;
    private final int firstAttempt;
    private final SamplePreferences preferences;

    /** What a sampler of whole contracts has tried in vain; the more, the less it tries. */
    private final @Nullable AtomicLong inVain;

    public Sampler(Schemas schemas) {
        this(schemas, new SchemaHeights(schemas), 0, SamplePreferences.DEFAULT, null);
    }

    private Sampler(
            Schemas schemas,
            SchemaHeights heights,
            int firstAttempt,
            SamplePreferences preferences,
            @Nullable AtomicLong inVain) {
        this.schemas = schemas;
        this.heights = heights;
        this.firstAttempt = firstAttempt;
        this.preferences = preferences;
        this.inVain = inVain;
    }

    /** {@return a sampler of the same schemas that leaves out, one way or another, what values can do without} */
    public Sampler sparing(int way) {
        return new Sampler(schemas, heights, Choices.FIRST_SPARE_ATTEMPT + way, preferences, inVain);
    }

    /** {@return a sampler of the same schemas that takes no example for a value} */
    public Sampler withoutExamples() {
        return new Sampler(schemas, heights, firstAttempt, preferences.withoutExamples(), inVain);
    }

    /** {@return a sampler for all schemas of a contract in turn, which bounds what it tries for all of them together} */
    public static Sampler ofWholeContract(Schemas schemas) {
        return new Sampler(schemas, new SchemaHeights(schemas), 0, SamplePreferences.DEFAULT, new AtomicLong());
    }

    /** {@return a sampler of the same schemas that leaves out what only refers to others, for callers that sample these, too} */
    public Sampler withoutReferences() {
        return new Sampler(schemas, heights, firstAttempt, preferences.withoutReferences(), inVain);
    }

    /**
     * {@return a value that is valid}
     *
     * @param seed which of the valid values
     * @throws UnsatisfiableException if none could be made
     */
    public JsonNode sample(Schema schema, Direction direction, long seed) throws UnsatisfiableException {
        Effort effort = new Effort(steps());
        Attempts attempts = new Attempts();
        try {
            return sample(schema, direction, seed, effort, attempts);
        } catch (Effort.UndecidedException e) {
            noteInVain(effort);
            throw givenUp(schema.node().place(), attempts, e);
        } catch (UnsatisfiableException e) {
            noteInVain(effort);
            throw e;
        }
    }

    private static UnsatisfiableException givenUp(Place place, Attempts attempts, Effort.UndecidedException cause) {
        UnsatisfiableException.Attempt nearest = attempts.nearest;
        return new UnsatisfiableException(place, nearest == null ? undecided(place, cause) : nearest, false);
    }

    private static UnsatisfiableException.Attempt undecided(Place place, Effort.UndecidedException cause) {
        Violation violation = Violation.undecided(Location.body(), cause, place);
        return new UnsatisfiableException.Attempt(JsonNodeFactory.instance.nullNode(), List.of(violation));
    }

    private long steps() {
        return inVain == null ? MOST_STEPS : Math.max(0, MOST_STEPS - inVain.get() / 3);
    }

    private void noteInVain(Effort effort) {
        if (inVain != null) {
            inVain.addAndGet(effort.spent());
        }
    }

    /** What was made in vain: the first of all, and what came nearest. */
    private static final class Attempts {
        private UnsatisfiableException.@Nullable Attempt fullest;
        private UnsatisfiableException.@Nullable Attempt nearest;

        void add(UnsatisfiableException.Attempt attempt) {
            fullest = fullest == null ? attempt : fullest;
            nearest = nearest == null
                            || attempt.violations().size()
                                    < nearest.violations().size()
                    ? attempt
                    : nearest;
        }
    }

    private JsonNode sample(Schema schema, Direction direction, long seed, Effort effort, Attempts attempts)
            throws UnsatisfiableException {
        effort.spend(1);
        JsonNode rewritten = schemas.rewritten(schema, direction);
        String name = name(schema);
        ContradictionRemover remover = new ContradictionRemover(schemas, schema, direction, effort);
        for (int attempt = firstAttempt; attempt < MOST_ATTEMPTS; attempt++) {
            if (attempt == Choices.ATTEMPTS_WITH_EVERYTHING && attempts.fullest != null) {
                UnsatisfiableException.Attempt mended = remover.mend(attempts.fullest);
                if (mended.violations().isEmpty()) {
                    return mended.value();
                }
                attempts.add(mended);
            }
            Choices choices = new Choices(seed, attempt, preferences, effort);
            JsonNode value = new ValueMaker(schemas, heights, choices).value(rewritten, name);
            List<Violation> violations = schemas.violations(schema, direction, value, effort);
            if (violations.isEmpty()) {
                return value;
            }
            attempts.add(new UnsatisfiableException.Attempt(value, violations));
        }
        boolean endless = heights.of(rewritten) >= SchemaHeights.ENDLESS;
        throw new UnsatisfiableException(schema.node().place(), Objects.requireNonNull(attempts.nearest), endless);
    }

    /** The name under which the schema stands in the components; it tells what its values are. */
    private static String name(Schema schema) {
        String pointer = schema.node().resolved().pointer();
        return pointer.startsWith(COMPONENTS) ? pointer.substring(COMPONENTS.length()) : "";
    }
}
