package plumbline.contract.parameters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Parameter;
import plumbline.contract.Schema;
import plumbline.contract.Style;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The styles of queries, cookies and urlencoded forms: form, spaceDelimited, pipeDelimited and deepObject.
 *
 * @param name the parameter
 * @param layout how its value is written
 * @param shape the shape of its value; null if nothing is declared
 */
record QueryStyles(
        String name, Parameter.Layout layout, @Nullable SchemaShape shape) {
    private static final Decoded ABSENT = new Decoded.Absent();
    private static final int DEEPEST_NESTING = 100;

    Decoded decode(List<QueryPair> pairs) {
        if (layout.style() == Style.DEEP_OBJECT) {
            return deepObject(pairs);
        }
        if (shape != null && shape.isObject() && layout.explode()) {
            return spreadObject(pairs, shape);
        }
        List<QueryPair> own =
                pairs.stream().filter(pair -> pair.name().equals(name)).toList();
        if (own.isEmpty()) {
            return ABSENT;
        }
        if (shape != null && shape.isArray() && (layout.explode() || own.size() > 1)) {
            return repeated(own, shape);
        }
        String raw = own.get(0).rawValue();
        return switch (layout.style()) {
            case SPACE_DELIMITED ->
                new Delimited(shape, ' ', "=")
                        .decode(raw.replace("%20", " ").replace('+', ' '), false, QueryPair::plain);
            case PIPE_DELIMITED ->
                new Delimited(shape, '|', "=").decode(raw.replaceAll("%7[cC]", "|"), false, QueryPair::plain);
            default -> new Delimited(shape, ',', "=").decode(raw, false, QueryPair::plain);
        };
    }

    private static Decoded repeated(List<QueryPair> own, SchemaShape shape) {
        List<String> parts = own.stream().map(QueryPair::rawValue).toList();
        JsonNode array = Delimited.array(parts, shape, QueryPair::plain);
        boolean single = own.size() == 1 && own.get(0).rawValue().isEmpty();
        // "tags=" may mean an empty list or a list of one empty text.
        return new Decoded.Value(single ? List.of(JsonNodeFactory.instance.arrayNode(), array) : List.of(array));
    }

    private static Decoded spreadObject(List<QueryPair> pairs, SchemaShape shape) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (QueryPair pair : pairs) {
            if (shape.propertyNames().contains(pair.name())) {
                Delimited.put(object, pair.name(), QueryPair.plain(pair.rawValue()), shape);
            }
        }
        return object.isEmpty() ? ABSENT : new Decoded.Value(List.of(object));
    }

    private Decoded deepObject(List<QueryPair> pairs) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (QueryPair pair : pairs) {
            if (pair.name().startsWith(name + "[") && pair.name().endsWith("]")) {
                String inner =
                        pair.name().substring(name.length() + 1, pair.name().length() - 1);
                List<String> path = List.of(inner.split("]\\[", -1));
                if (path.size() > DEEPEST_NESTING || !put(object, path, QueryPair.plain(pair.rawValue()), shape)) {
                    return new Decoded.Malformed(
                            "each property once, such as " + name + "[property]=value", pair.name());
                }
            }
        }
        return object.isEmpty() ? ABSENT : new Decoded.Value(List.of(object));
    }

    /** Sets a value and says whether that was possible: what has a value already can have no members, nor the reverse. */
    private static boolean put(ObjectNode object, List<String> path, String text, @Nullable SchemaShape shape) {
        String key = path.get(0);
        @Nullable Schema schema = shape == null ? null : shape.property(key).orElse(null);
        @Nullable SchemaShape inner = schema == null ? null : SchemaShape.of(schema);
        JsonNode present = object.path(key);
        if (inner != null && inner.isArray()) {
            object.withArrayProperty(key).addAll(Delimited.array(List.of(text), inner, part -> part));
            return true;
        }
        if (path.size() == 1) {
            object.set(key, Delimited.typed(text, schema));
            return !present.isObject();
        }
        return (present.isMissingNode() || present.isObject())
                && put(object.withObjectProperty(key), path.subList(1, path.size()), text, inner);
    }
}
