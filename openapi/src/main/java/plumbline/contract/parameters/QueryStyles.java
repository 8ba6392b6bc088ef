package plumbline.contract.parameters;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Style;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * The styles of queries, cookies and urlencoded forms: form, spaceDelimited, pipeDelimited and deepObject.
 *
 * @param name the parameter
 * @param layout how its value is written
 * @param shape the shape of its value; null if nothing is declared
 * @param reader reads the parts of the value
 * @param isFree tells names that nothing else claims, which an object of free names may have
 */
record QueryStyles(
        String name,
        Parameter.Layout layout,
        @Nullable SchemaShape shape,
        TextReader reader,
        Predicate<String> isFree) {
    private static final Decoded ABSENT = new Decoded.Absent();

    /** Makes styles of a value all of whose names are declared. */
    QueryStyles(String name, Parameter.Layout layout, @Nullable SchemaShape shape, TextReader reader) {
        this(name, layout, shape, reader, free -> false);
    }

    /** {@return the value in a query or form, whose values must be percent-encoded} */
    Decoded decodeEncoded(List<QueryPair> pairs) {
        for (QueryPair pair : pairs) {
            if (!pair.isReadable() && owns(pair)) {
                return new Decoded.Malformed("percent-encoded UTF-8", pair.rawValue());
            }
        }
        return decode(pairs);
    }

    private boolean owns(QueryPair pair) {
        return isOwn(pair)
                || layout.style() == Style.DEEP_OBJECT && pair.name().startsWith(name + "[")
                || shape != null && shape.isObject() && layout.explode() && isProperty(pair.name(), shape);
    }

    private boolean isProperty(String sent, SchemaShape object) {
        return object.propertyNames().contains(sent) || object.takesOthers() && isFree.test(sent);
    }

    private boolean isOwn(QueryPair pair) {
        boolean isList = shape != null && shape.isDeclared() && shape.isArray();
        return pair.name().equals(name) || isList && pair.isItemOf(name);
    }

    Decoded decode(List<QueryPair> pairs) {
        if (layout.style() == Style.DEEP_OBJECT) {
            return deepObject(pairs);
        }
        List<QueryPair> own = pairs.stream().filter(this::isOwn).toList();
        if (shape != null && shape.isObject() && layout.explode() && (own.isEmpty() || !shape.isScalarToo())) {
            return spreadObject(pairs, shape);
        }
        if (own.isEmpty()) {
            return ABSENT;
        }
        if (isList(own)) {
            return repeated(own);
        }
        if (own.size() > 1) {
            return new Decoded.Repeated(own.size());
        }
        String raw = own.get(0).rawValue();
        return switch (layout.style()) {
            case SPACE_DELIMITED ->
                new Delimited(shape, reader, ' ', "=")
                        .decode(raw.replace("%20", " ").replace('+', ' '), false, QueryPair::plain);
            case PIPE_DELIMITED ->
                new Delimited(shape, reader, '|', "=").decode(raw.replaceAll("%7[cC]", "|"), false, QueryPair::plain);
            default -> new Delimited(shape, reader, ',', "=").decode(raw, false, QueryPair::plain);
        };
    }

    /** What nothing is said of may be a list as well, if it is given more than once. */
    private boolean isList(List<QueryPair> own) {
        if (shape == null || !shape.isDeclared()) {
            return own.size() > 1;
        }
        return shape.isArray()
                && (own.size() > 1 || layout.explode() && (!shape.isScalarToo() || reader.choice(2) == 0));
    }

    private Decoded repeated(List<QueryPair> own) {
        boolean single = own.size() == 1 && own.get(0).rawValue().isEmpty();
        // "tags=" may mean an empty list or a list of one empty text.
        if (single && reader.choice(2) == 0) {
            return Decoded.Value.of(JsonNodeFactory.instance.arrayNode());
        }
        List<String> parts = own.stream().map(QueryPair::rawValue).toList();
        return Decoded.Value.of(new Delimited(shape, reader, ',', "=").array(parts, QueryPair::plain));
    }

    private Decoded spreadObject(List<QueryPair> pairs, SchemaShape known) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (QueryPair pair : pairs) {
            if (isProperty(pair.name(), known)) {
                if (object.has(pair.name())) {
                    return new Decoded.Malformed("each property once, such as " + pair.name() + "=value", pair.name());
                }
                object.set(
                        pair.name(), reader.value(QueryPair.plain(pair.rawValue()), known.alternatives(pair.name())));
            }
        }
        return object.isEmpty() ? ABSENT : Decoded.Value.of(object);
    }

    private Decoded deepObject(List<QueryPair> pairs) {
        DeepObject object = new DeepObject(reader);
        boolean takesWhole = shape != null && (!shape.isObject() || shape.isScalarToo());
        for (QueryPair pair : pairs) {
            boolean isWhole = takesWhole && pair.name().equals(name);
            if (isWhole || pair.name().startsWith(name + "[") && pair.name().endsWith("]")) {
                object.add(pair.name(), name, QueryPair.plain(pair.rawValue()));
            }
        }
        if (object.isEmpty()) {
            return ABSENT;
        }
        @Nullable JsonNode value = object.value(shape);
        return value == null
                ? new Decoded.Malformed("each property once, such as " + name + "[property]=value", name + "[…]")
                : Decoded.Value.of(value);
    }
}
