package plumbline.mock.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.life.bodies.ShownBodies;
import plumbline.mock.life.bodies.ShownBody;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.kinds.ItemView;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.Projection;
import plumbline.mock.state.kinds.Shapes;
import plumbline.mock.state.kinds.ValidViews;

/** Makes the bodies of answers that show items, each valid. Thread-safe. */
final class Presentation {
    private static final Set<String> ERRORS = Set.of("error", "errors");
    private static final long ANY = 7;

    private final Schemas schemas;
    private final Shapes shapes;
    private final Projection projection;
    private final Sampler sampler;
    private final ValidViews valid = new ValidViews();
    private final ShownBodies bodies = new ShownBodies();
    private final Map<Schema, Optional<JsonNode>> envelopes = new ConcurrentHashMap<>();
    private final Map<Answer, Optional<ItemView>> views = new ConcurrentHashMap<>();

    Presentation(Schemas schemas, Shapes shapes) {
        this.schemas = schemas;
        this.shapes = shapes;
        this.projection = new Projection(schemas, shapes);
        this.sampler = new Sampler(schemas);
    }

    /**
     * A body.
     *
     * @param shown the body; null if there is none, or any that is documented will do
     */
    record Shape(@Nullable ShownBody shown) {}

    /** A documented response of an operation, in a media type. */
    private record Answer(Operation operation, String status, MediaType mediaType) {}

    /** {@return how a documented response shows items in the media type that the client takes; nothing if it does not} */
    Optional<ItemView> view(Asked asked, ResponseSpec spec) {
        return asked.client()
                .wanted(spec)
                .flatMap(content -> views.computeIfAbsent(
                        new Answer(asked.operation(), spec.key(), content.mediaType()),
                        answer -> asked.member().view(spec, content)));
    }

    /** {@return the body that shows an item; nothing if it cannot be shown} */
    Optional<Shape> one(Asked asked, ResponseSpec spec, JsonNode item) {
        Optional<ItemView> view = view(asked, spec);
        if (view.isEmpty()) {
            return Optional.of(new Shape(null));
        }
        ShownBody known = bodies.of(item, view.get());
        return known == null ? made(asked.kind(), view.get(), item) : Optional.of(new Shape(known));
    }

    /** What is shown for the first time may be shown once, as most of what is changed is. */
    private Optional<Shape> made(LivingKind kind, ItemView view, JsonNode item) {
        boolean isShownAgain = valid.include(item, view.item());
        Optional<JsonNode> shown = shown(item, kind, view.item());
        Optional<JsonNode> whole = view.isBare() ? shown : shown.flatMap(value -> around(view, value));
        return whole.map(value -> {
            ShownBody body = new ShownBody(value);
            if (isShownAgain) {
                bodies.add(item, view, body);
            }
            return new Shape(body);
        });
    }

    /** What is stored does not change, so that what was valid once still is. */
    private Optional<JsonNode> shown(JsonNode item, LivingKind kind, Schema view) {
        JsonNode whole = projection.projected(item, kind, view);
        if (valid.include(item, view)) {
            return Optional.of(whole);
        }
        if (projection.isValid(whole, view)) {
            valid.add(item, view);
            return Optional.of(whole);
        }
        return projection.inOneForm(whole, view);
    }

    /** {@return the whole body that shows several items, valid or not; nothing if one cannot be shown} */
    Optional<JsonNode> page(LivingKind kind, ItemView view, List<StoredItem> items) {
        return many(kind, view, items).flatMap(value -> envelope(view, value));
    }

    /** {@return the value that shows several items, without what stands around it; nothing if one cannot be shown} */
    private Optional<JsonNode> many(LivingKind kind, ItemView view, List<StoredItem> items) {
        return switch (view.showing().shape()) {
            case ARRAY -> array(kind, view, items);
            case IDS -> ids(view, items);
            case MAP -> map(kind, view, items);
            case ITEM -> Optional.empty();
        };
    }

    private Optional<JsonNode> array(LivingKind kind, ItemView view, List<StoredItem> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (StoredItem item : items) {
            Optional<JsonNode> shown = shown(item.value(), kind, view.item());
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            array.add(shown.get());
        }
        return Optional.of(array);
    }

    private Optional<JsonNode> ids(ItemView view, List<StoredItem> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (StoredItem item : items) {
            TextValues.candidates(item.key().get(0), shapes.of(view.item())).stream()
                    .filter(value -> schemas.isValid(view.item(), Direction.RESPONSE, value))
                    .findFirst()
                    .ifPresent(array::add);
        }
        return Optional.of(array);
    }

    private Optional<JsonNode> map(LivingKind kind, ItemView view, List<StoredItem> items) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (StoredItem item : items) {
            Optional<JsonNode> shown = shown(item.value(), kind, view.item());
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            map.set(item.key().get(0), shown.get());
        }
        return Optional.of(map);
    }

    /** {@return whether a whole body is valid} */
    boolean isValid(ItemView view, JsonNode body) {
        return schemas.isValid(view.body(), Direction.RESPONSE, body);
    }

    /** {@return the body in which a value stands where the answer shows items; nothing if that is not valid} */
    private Optional<JsonNode> around(ItemView view, JsonNode value) {
        return envelope(view, value).filter(body -> isValid(view, body));
    }

    /** {@return the body in which a value stands where the answer shows items, valid or not} */
    Optional<JsonNode> envelope(ItemView view, JsonNode value) {
        List<String> path = Pointers.tokens(view.showing().pointer());
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        return envelopes
                .computeIfAbsent(view.body(), schema -> template(view))
                .filter(JsonNode::isObject)
                .map(template -> (ObjectNode) template.deepCopy())
                .map(body -> {
                    Pointers.set(body, path, value);
                    return body;
                });
    }

    private Optional<JsonNode> template(ItemView view) {
        return view.content().examples().stream()
                .map(Example::value)
                .filter(value -> isValid(view, value))
                .findFirst()
                .or(() -> sample(view.body()).map(body -> withoutErrors(view, body)));
    }

    /** Nothing went wrong where something is shown. */
    private JsonNode withoutErrors(ItemView view, JsonNode sample) {
        boolean isShown = Pointers.tokens(view.showing().pointer()).stream().anyMatch(ERRORS::contains);
        JsonNode other =
                sample instanceof ObjectNode body && !isShown ? body.deepCopy().remove(ERRORS) : sample;
        return isValid(view, other) ? other : sample;
    }

    private Optional<JsonNode> sample(Schema schema) {
        try {
            return Optional.of(sampler.sample(schema, Direction.RESPONSE, ANY));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }
}
