package plumbline.contract.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.Validity;
import plumbline.contract.pattern.PatternTooCostlyException;
import plumbline.contract.validation.rewriting.PlainTypes;
import plumbline.contract.validation.rewriting.SchemaPath;
import plumbline.contract.validation.rewriting.SchemaResources;
import plumbline.contract.validation.rewriting.SchemaTrees;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.exc.JsonNodeException;
import plumbline.json.networknt.schema.Error;
import plumbline.json.networknt.schema.ExecutionContextCustomizer;
import plumbline.json.networknt.schema.SchemaException;
import plumbline.json.networknt.schema.SchemaLocation;
import plumbline.json.networknt.schema.SchemaRegistry;
import plumbline.json.networknt.schema.SchemaRegistryConfig;
import plumbline.json.networknt.schema.ValidationLimitExceededException;
import plumbline.json.networknt.schema.dialect.Dialect;
import plumbline.json.networknt.schema.dialect.Dialects;

/** Validates values against schemas of one contract; each schema is compiled when it is first used. Thread-safe. */
public final class Schemas {
    private static final long MOST_STEPS = 500_000;
    private static final long STEPS_PER_VALUE = 200;

    /** Judging starts over with so many times as many steps where these few do not do, so that what it took is known. */
    private static final int FEW_STEPS = 64;

    private static final int MORE = 16;

    private final SchemaResources resources;
    private final SchemaRegistry registry;
    private final ErrorTranslator translator;
    private final Map<Start, Compiled> compiled = new ConcurrentHashMap<>();
    private final Map<Part, plumbline.json.networknt.schema.Schema> parts = new ConcurrentHashMap<>();
    private final Map<Node, SchemaShape> shapes = new ConcurrentHashMap<>();
    private final AtomicLong partNumbers = new AtomicLong();

    public Schemas(OpenApiVersion version) {
        this.resources = new SchemaResources(version);
        this.translator = new ErrorTranslator(resources);
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(Formats.all())
                .keywords(BoundedKeyword.all())
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .losslessNarrowing(true)
                .preloadSchema(false)
                .regularExpressionFactory(new BoundedPatterns())
                .locale(Locale.ROOT)
                .build();
        SchemaTrees trees = new SchemaTrees(resources);
        this.registry = SchemaRegistry.withDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(config)
                        .nodeReader(trees)
                        .resourceLoaders(loaders -> loaders.add(trees)));
    }

    /** {@return how the value departs from the schema; empty if it is valid} */
    public List<Violation> violations(Schema schema, Direction direction, JsonNode value, Location location) {
        List<Error> errors = errors(schema, direction, value, judge -> errors(judge, value));
        return translated(errors, schema, direction, value, location);
    }

    /**
     * {@return how the value departs from the schema; empty if it is valid}
     *
     * @throws Effort.UndecidedException if there is not enough effort left
     */
    public List<Violation> violations(Schema schema, Direction direction, JsonNode value, Effort effort) {
        List<Error> errors = errors(schema, direction, value, judge -> errors(judge, value, effort));
        return translated(errors, schema, direction, value, Location.body());
    }

    private List<Violation> translated(
            List<Error> errors, Schema schema, Direction direction, JsonNode value, Location location) {
        if (errors.isEmpty()) {
            return List.of();
        }
        SchemaPath path = new SchemaPath(resources, resources.iri(schema.node(), direction));
        return translator.translate(errors, path, new ErrorTranslator.Judged(schema.node(), value, location));
    }

    /** {@return whether the value is valid} */
    public boolean isValid(Schema schema, Direction direction, JsonNode value) {
        return errors(schema, direction, value, judge -> errors(judge, value)).isEmpty();
    }

    /** {@return what tells valid values of one direction, and remembers the shapes of schemas} */
    public Validity validity(Direction direction) {
        return new Validity() {
            @Override
            public boolean holds(Schema schema, JsonNode value) {
                return isValid(schema, direction, value);
            }

            @Override
            public SchemaShape shape(Schema schema) {
                return shapes.computeIfAbsent(schema.node(), node -> SchemaShape.of(schema));
            }
        };
    }

    /** {@return the schema as JSON Schema 2020-12 in one direction; its references are understood by {@link #referenced}} */
    public JsonNode rewritten(Schema schema, Direction direction) {
        return referenced(resources.iri(schema.node(), direction));
    }

    /** {@return the schema that a reference in a rewritten schema stands for} */
    public JsonNode referenced(String iri) {
        return resources
                .find(iri)
                .orElseThrow(() -> new IllegalArgumentException(iri))
                .rewritten();
    }

    /**
     * {@return whether a value is valid against a part of a rewritten schema}
     *
     * @param rewritten a schema that came from {@link #rewritten} or {@link #referenced}, or stands in one
     */
    public boolean isValidPart(JsonNode rewritten, JsonNode value) {
        return errors(part(rewritten), value).isEmpty();
    }

    /**
     * {@return whether a value is valid against a part of a rewritten schema}
     *
     * @throws Effort.UndecidedException if there is not enough effort left
     */
    public boolean isValidPart(JsonNode rewritten, JsonNode value, Effort effort) {
        return errors(part(rewritten), value, effort).isEmpty();
    }

    private plumbline.json.networknt.schema.Schema part(JsonNode rewritten) {
        return parts.computeIfAbsent(
                new Part(rewritten),
                part -> registry.getSchema(
                        SchemaLocation.of("https://contract.invalid/part/" + partNumbers.incrementAndGet()),
                        part.schema));
    }

    /** Where judging starts. */
    private record Start(Node schema, Direction direction) {}

    /** A schema that judges, and what it takes at a glance. */
    private record Compiled(plumbline.json.networknt.schema.Schema schema, PlainTypes types) {}

    /** A part of a schema, which is the same only as itself: comparing whole trees would cost too much. */
    private static final class Part {
        private final JsonNode schema;

        private Part(JsonNode schema) {
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Part part && part.schema == schema;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(schema);
        }
    }

    private List<Error> errors(
            Schema schema,
            Direction direction,
            JsonNode value,
            Function<plumbline.json.networknt.schema.Schema, List<Error>> judging) {
        try {
            Compiled judge = compiled(new Start(schema.node(), direction));
            return judge.types.take(value) ? List.of() : judging.apply(judge.schema);
        } catch (SchemaException e) {
            throw translator.unusable(schema, e);
        }
    }

    private static List<Error> errors(plumbline.json.networknt.schema.Schema schema, JsonNode value) {
        long most = MOST_STEPS + STEPS_PER_VALUE * values(value);
        try {
            return errors(schema, value, most);
        } catch (ValidationLimitExceededException e) {
            return undecided(Violation.UNDECIDED, Effort.words(most));
        }
    }

    private static List<Error> errors(plumbline.json.networknt.schema.Schema schema, JsonNode value, Effort effort) {
        long most = FEW_STEPS;
        while (true) {
            effort.spend(most);
            try {
                return errors(schema, value, most);
            } catch (ValidationLimitExceededException e) {
                most *= MORE;
            }
        }
    }

    private static long values(JsonNode value) {
        long values = 0;
        Deque<JsonNode> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            values++;
            open.pop().forEach(open::push);
        }
        return values;
    }

    private static List<Error> errors(plumbline.json.networknt.schema.Schema schema, JsonNode value, long most) {
        try {
            return errorsOfAnySize(schema, value, most);
        } catch (StackOverflowError e) {
            return undecided("$ref", "cannot be judged: the schema refers to itself without end");
        } catch (PatternTooCostlyException e) {
            return undecided("pattern", "cannot be judged: " + e.getMessage());
        } catch (JsonNodeException e) {
            return undecided("type", "cannot be judged: a number is too large for an integer and has a fraction");
        }
    }

    private static List<Error> errorsOfAnySize(
            plumbline.json.networknt.schema.Schema schema, JsonNode value, long most) {
        ExecutionContextCustomizer bounded =
                (context, schemas) -> context.executionConfig(config -> config.maxEvaluationSteps(most));
        try {
            return schema.validate(value, bounded);
        } catch (JsonNodeException e) {
            return schema.validate(LargeNumbers.written(value), bounded);
        }
    }

    private static List<Error> undecided(String keyword, String message) {
        return List.of(Error.builder().keyword(keyword).message(message).build());
    }

    private Compiled compiled(Start start) {
        Compiled known = compiled.get(start);
        if (known == null) {
            String iri = resources.iri(start.schema, start.direction);
            known = new Compiled(registry.getSchema(SchemaLocation.of(iri)), PlainTypes.of(referenced(iri)));
            compiled.put(start, known);
        }
        return known;
    }
}
