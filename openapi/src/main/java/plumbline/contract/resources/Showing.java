package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;

/**
 * How the body of an answer shows items.
 *
 * @param shape how they stand there
 * @param pointer the JSON pointer of the item, or of what holds the items
 * @param keys where the values that name an item stand; none if the answer does not name its items
 */
public record Showing(Shape shape, String pointer, List<Key> keys) {
    /** How deep in bodies of other media types items are looked for. */
    private static final int DEEPEST = 2;

    /** How items stand in an answer. */
    public enum Shape {
        /** One item. */
        ITEM,
        /** A list of items. */
        ARRAY,
        /** A list of what names items, and nothing else of them. */
        IDS,
        /** An object whose members are items. */
        MAP;

        @Override
        public String toString() {
            return switch (this) {
                case ITEM -> "an item";
                case ARRAY -> "a list";
                case IDS -> "a list of ids alone";
                case MAP -> "a map by id";
            };
        }
    }

    public Showing {
        keys = List.copyOf(keys);
    }

    /**
     * An item in an answer.
     *
     * @param keys the values that name it, by parameter of the item path
     * @param value what is shown of it
     */
    public record Shown(Map<String, JsonNode> keys, JsonNode value) {
        public Shown {
            keys = Map.copyOf(keys);
        }
    }

    /** {@return the items in a body in order; those that lack a value of their name are passed over} */
    public List<Shown> items(JsonNode body) {
        JsonNode holder = body.at(pointer);
        List<Shown> items = new ArrayList<>();
        switch (shape) {
            case ITEM -> add(items, "", holder);
            case ARRAY, IDS -> {
                if (holder.isArray()) {
                    holder.forEach(element -> add(items, "", element));
                }
            }
            case MAP -> {
                if (holder.isObject()) {
                    holder.forEachEntry((name, element) -> add(items, name, element));
                }
            }
        }
        return items;
    }

    /** {@return how a body of another media type shows the same items; nothing if it does not seem to show any} */
    public Optional<Showing> in(Schema body) {
        SchemaShapes shapes = new SchemaShapes();
        Stream<String> places = Stream.of(pointer, "");
        Stream<String> others = keys.isEmpty() ? Stream.empty() : places("", body, shapes, DEEPEST);
        return Stream.concat(places, others)
                .filter(place -> shapes.at(body, place)
                        .filter(holder -> isShownBy(holder, shapes))
                        .isPresent())
                .findFirst()
                .map(place -> new Showing(shape, place, keys));
    }

    /** The properties of an object, the outer ones first. */
    private static Stream<String> places(String outer, Schema object, SchemaShapes shapes, int depth) {
        SchemaShape shape = shapes.of(object);
        List<String> names = depth == 0 ? List.of() : List.copyOf(shape.propertyNames());
        return Stream.concat(
                names.stream().map(name -> Pointers.child(outer, name)),
                names.stream()
                        .flatMap(name -> shape.property(name).stream()
                                .flatMap(inner -> places(Pointers.child(outer, name), inner, shapes, depth - 1))));
    }

    private boolean isShownBy(Schema holder, SchemaShapes shapes) {
        SchemaShape found = shapes.of(holder);
        return switch (shape) {
            case ITEM -> found.isMeantAsObject() && isNamedIn(holder, shapes);
            case ARRAY ->
                found.isMeantAsArray()
                        && found.items().filter(item -> isNamedIn(item, shapes)).isPresent();
            case IDS ->
                found.isMeantAsArray()
                        && found.items()
                                .filter(item -> !shapes.of(item).isMeantAsObject())
                                .isPresent();
            case MAP ->
                found.isMeantAsObject()
                        && holder.node()
                                .resolved()
                                .get("additionalProperties")
                                .filter(schema -> schema.value().isObject())
                                .isPresent();
        };
    }

    private boolean isNamedIn(Schema item, SchemaShapes shapes) {
        return keys.stream().allMatch(key -> shapes.at(item, key.pointer()).isPresent());
    }

    private void add(List<Shown> items, String name, JsonNode element) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Key key : keys) {
            JsonNode value = key.value(name, element, keys);
            if (value.isValueNode() && !value.isNull() && !value.asString("").isEmpty()) {
                values.put(key.parameter(), value);
            }
        }
        if (values.size() == keys.size() && !element.isMissingNode()) {
            items.add(new Shown(values, element));
        }
    }

    @Override
    public String toString() {
        return shape.toString().toLowerCase(Locale.ROOT) + (pointer.isEmpty() ? "" : " at " + pointer);
    }
}
