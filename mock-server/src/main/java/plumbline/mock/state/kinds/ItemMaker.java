package plumbline.mock.state.kinds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes whole items of what is known of them: what only a server can know is added. Thread-safe. */
public final class ItemMaker {
    private static final int SAMPLES = 8;

    private final Schemas schemas;
    private final Shapes shapes;
    private final Sampler sampler;
    private final Projection projection;
    private final Names names;
    private final Map<Schema, List<Member>> members = new ConcurrentHashMap<>();

    public ItemMaker(Schemas schemas, Shapes shapes) {
        this.schemas = schemas;
        this.shapes = shapes;
        this.sampler = new Sampler(schemas);
        this.projection = new Projection(schemas, shapes);
        this.names = new Names(schemas, shapes);
    }

    /**
     * What an item is made of beside its value.
     *
     * @param scope the values that name its collection
     * @param key the values that name it there
     * @param seed which of the valid values is made where any will do
     * @param now when it is made
     */
    public record Making(List<String> scope, List<String> key, long seed, Instant now) {}

    /** What a contract says of a member of an item; of its value, where nobody says otherwise. */
    private record Member(
            String name,
            Schema schema,
            boolean isRequired,
            boolean isReadOnly,
            @Nullable JsonNode standard) {}

    /** What an item is made of, and what it is named by. */
    private record Origin(Making making, Map<String, JsonNode> names) {}

    /** How much is added to an item of which something is missing. */
    private enum Addition {
        ALL,
        REQUIRED,
        NOTHING
    }

    /** {@return the whole item; nothing if none could be made that all answers can show} */
    public Optional<ObjectNode> made(LivingKind kind, ObjectNode known, Making making) {
        ObjectNode showable = showable(kind, known);
        return completed(kind, known, making)
                .or(() -> showable.equals(known) ? Optional.empty() : completed(kind, showable, making))
                .or(() -> sampled(kind, showable, making));
    }

    /** What is known without those members that an answer cannot show, as it is stricter than the request. */
    private ObjectNode showable(LivingKind kind, ObjectNode known) {
        ObjectNode showable = JsonNodeFactory.instance.objectNode();
        known.forEachEntry((name, value) -> {
            if (!isRefused(kind, name, value)) {
                showable.set(name, value);
            }
        });
        return showable;
    }

    private boolean isRefused(LivingKind kind, String name, JsonNode value) {
        return kind.views().stream()
                .flatMap(view -> shapes.of(view).property(name).stream())
                .anyMatch(property -> !schemas.isValid(property, Direction.RESPONSE, value));
    }

    /**
     * {@return a changed item in which those members are as before that no answer can show as they were sent, since it shows
     * them in another form, such as a user where his name was sent}
     */
    public ObjectNode showable(LivingKind kind, JsonNode before, ObjectNode changed) {
        ObjectNode showable = changed.deepCopy();
        changed.forEachEntry((name, value) -> {
            @Nullable JsonNode known = before.get(name);
            if (!value.equals(known) && isRefused(kind, name, value)) {
                if (known == null) {
                    showable.remove(name);
                } else {
                    showable.set(name, known);
                }
            }
        });
        return showable;
    }

    private Optional<ObjectNode> completed(LivingKind kind, ObjectNode known, Making making) {
        Origin origin = new Origin(making, names.of(kind, making));
        for (Addition addition : Addition.values()) {
            ObjectNode item = known.deepCopy();
            for (Schema view : kind.views()) {
                add(item, view, addition, origin);
            }
            names.put(kind, item, origin.names);
            if (isShowable(kind, item)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** {@return the item with the names that it goes by} */
    public ObjectNode named(LivingKind kind, ObjectNode item, Making making) {
        ObjectNode named = item.deepCopy();
        names.put(kind, named, names.of(kind, making));
        return named;
    }

    /** {@return whether every answer that shows items can show this one} */
    public boolean isShowable(LivingKind kind, JsonNode item) {
        return kind.views().stream()
                .allMatch(view -> projection.shown(item, kind, view).isPresent());
    }

    /** {@return what an answer that shows this item would break first, as far as schemas say} */
    public Optional<Violation> fault(LivingKind kind, JsonNode item) {
        return Stream.concat(Stream.of(kind.schema()), kind.views().stream())
                .flatMap(schema -> schemas.violations(schema, Direction.RESPONSE, item, Location.body()).stream())
                .findFirst();
    }

    /** {@return an item of which nothing is known but its name; nothing if none could be made} */
    public Optional<ObjectNode> sampled(LivingKind kind, ObjectNode known, Making making) {
        Origin origin = new Origin(making, names.of(kind, making));
        // An answer may show fewer forms than reading does, and those that it shows may be the only ones that all
        // answers show.
        List<Schema> views = kind.views();
        for (int i = 0; i < SAMPLES * views.size(); i++) {
            @Nullable JsonNode sample = sample(views.get(i / SAMPLES), making.seed() + i % SAMPLES);
            if (sample == null || !sample.isObject()) {
                return Optional.empty();
            }
            ObjectNode whole = (ObjectNode) sample;
            Optional<ObjectNode> item =
                    sampled(kind, known, origin, whole).or(() -> sampled(kind, known, origin, showable(kind, whole)));
            if (item.isPresent()) {
                return item;
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectNode> sampled(LivingKind kind, ObjectNode known, Origin origin, ObjectNode sample) {
        ObjectNode item = sample.deepCopy();
        known.forEachEntry(item::set);
        for (Schema view : kind.views()) {
            add(item, view, Addition.REQUIRED, origin);
        }
        names.put(kind, item, origin.names);
        return isShowable(kind, item) ? Optional.of(item) : Optional.empty();
    }

    /** {@return the item with what says when and how often it was changed} */
    public ObjectNode touched(LivingKind kind, ObjectNode item, Instant now) {
        ObjectNode touched = item.deepCopy();
        for (String name : shapes.of(kind.schema()).propertyNames()) {
            Schema property = shapes.of(kind.schema()).property(name).orElseThrow();
            if (item.has(name) && shapes.isReadOnly(kind.schema(), name)) {
                Times.changed(name, property, now).ifPresent(time -> touched.set(name, time));
                if (isCounter(name) && item.path(name).isInt()) {
                    touched.put(name, item.path(name).intValue() + 1);
                }
            }
        }
        return isShowable(kind, touched) ? touched : item;
    }

    private static boolean isCounter(String name) {
        return "version".equals(name) || "revision".equals(name);
    }

    private void add(ObjectNode item, Schema view, Addition addition, Origin origin) {
        if (addition == Addition.NOTHING) {
            return;
        }
        for (Member member : members.computeIfAbsent(view, this::members)) {
            if (!item.has(member.name)) {
                boolean isServers = addition == Addition.ALL && member.isReadOnly;
                Optional<JsonNode> value =
                        member.isRequired || isServers ? value(member, origin) : Optional.ofNullable(member.standard);
                value.ifPresent(made -> item.set(member.name, made));
            }
        }
    }

    /** The members that an answer can show, in order. */
    private List<Member> members(Schema view) {
        SchemaShape shape = shapes.of(view);
        return shape.propertyNames().stream()
                .filter(name -> !shapes.isWriteOnly(view, name))
                .map(name -> {
                    Schema property = shape.property(name).orElseThrow();
                    return new Member(
                            name,
                            property,
                            shape.requires(name),
                            shapes.isReadOnly(view, name),
                            standard(property).orElse(null));
                })
                .toList();
    }

    private Optional<JsonNode> standard(Schema property) {
        return shapes.standard(property).filter(value -> schemas.isValid(property, Direction.RESPONSE, value));
    }

    private Optional<JsonNode> value(Member member, Origin origin) {
        return Optional.ofNullable(origin.names.get(Pointers.child("", member.name)))
                .or(() -> made(member, origin.making));
    }

    private Optional<JsonNode> made(Member member, Making making) {
        String name = member.name;
        Schema property = member.schema;
        return Times.made(name, property, making.now())
                .or(() -> Optional.ofNullable(member.standard))
                .or(() -> isCounter(name)
                        ? Optional.of(JsonNodeFactory.instance.numberNode(1))
                        : Optional.<JsonNode>empty())
                .filter(value -> schemas.isValid(property, Direction.RESPONSE, value))
                .or(() ->
                        shapes.of(property).isDeclared() && shapes.of(property).allows(JsonType.NULL)
                                ? Optional.of(JsonNodeFactory.instance.nullNode())
                                : Optional.<JsonNode>empty())
                .filter(value -> schemas.isValid(property, Direction.RESPONSE, value))
                .or(() -> nothing(property))
                .or(() -> Optional.ofNullable(sample(property, making.seed())));
    }

    /** What is new holds nothing yet. */
    private Optional<JsonNode> nothing(Schema property) {
        return Optional.<JsonNode>of(JsonNodeFactory.instance.arrayNode())
                .filter(list -> shapes.of(property).isMeantAsArray())
                .filter(list -> schemas.isValid(property, Direction.RESPONSE, list));
    }

    private @Nullable JsonNode sample(Schema schema, long seed) {
        try {
            return sampler.sample(schema, Direction.RESPONSE, seed);
        } catch (UnsatisfiableException e) {
            return null;
        }
    }
}
