package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Encoding;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.operation.Style;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Bodies of {@code application/x-www-form-urlencoded} (OpenAPI, "Encoding the x-www-form-urlencoded Media Type").
 *
 * @param spec how the form is documented
 * @param reader reads the values
 */
public record FormBody(MediaTypeSpec spec, TextReader reader) {
    private static final Parameter.Layout DEFAULT_LAYOUT = new Parameter.Layout(Style.FORM, true, false, false);

    /** {@return what a form says of each property, with the types that the schema of the media type expects} */
    public Map<String, Decoded> decode(String text) {
        @Nullable SchemaShape shape = spec.schema() == null ? null : reader.shape(spec.schema());
        Map<String, List<QueryPair>> pairs = new LinkedHashMap<>();
        for (QueryPair pair : QueryPair.parse(text)) {
            pairs.computeIfAbsent(name(pair.name(), shape), name -> new ArrayList<>())
                    .add(pair);
        }
        Map<String, Decoded> properties = new LinkedHashMap<>();
        pairs.forEach((name, own) -> properties.put(
                name,
                reader.property(
                        name, new Part(spec.node(), spec.schema(), name, own), () -> property(name, own, shape))));
        return properties;
    }

    /** All that a form says of one property, and by what it is read; parts of another form may have the same node. */
    private record Part(Node form, @Nullable Schema schema, String name, List<QueryPair> pairs) {}

    /** {@return the property that a part of this name belongs to} */
    public String property(String sent) {
        return name(sent, spec.schema() == null ? null : reader.shape(spec.schema()));
    }

    /** {@return what the parts of a multipart form, given by name and text, say of a property that has a layout} */
    public Decoded laidOut(String name, List<Map.Entry<String, String>> parts) {
        List<QueryPair> pairs = parts.stream()
                // Commas are left, as they may be delimiters there.
                .map(part -> new QueryPair(part.getKey(), PercentCoding.encode(part.getValue(), ","), true))
                .toList();
        return property(name, pairs, spec.schema() == null ? null : reader.shape(spec.schema()));
    }

    /** {@return the layout of a property, or nothing if its value is written by its content type} */
    static Parameter.@Nullable Layout layout(@Nullable Encoding encoding, @Nullable SchemaShape property) {
        if (encoding != null && encoding.hasLayout()) {
            return encoding.layout();
        }
        boolean asJson = encoding == null || encoding.contentType().isEmpty()
                ? property != null && (property.isObject() || isListOfContainers(property))
                : encoding.mediaTypes().stream().anyMatch(MediaType::isJson);
        return asJson ? null : DEFAULT_LAYOUT;
    }

    private static boolean isListOfContainers(SchemaShape property) {
        return property.isArray()
                && property.items()
                        .map(SchemaShape::of)
                        .filter(item -> item.isObject() || item.isArray())
                        .isPresent();
    }

    private Decoded property(String name, List<QueryPair> pairs, @Nullable SchemaShape shape) {
        List<Schema> schemas = shape == null ? List.of() : shape.alternatives(name);
        @Nullable SchemaShape property = schemas.isEmpty() ? null : reader.shape(schemas.get(0));
        Parameter.@Nullable Layout layout = layout(spec.encodings().of(name), property);
        if (layout == null) {
            return json(name, pairs, property);
        }
        boolean simple = property == null || !property.isArray() && !property.isObject();
        Decoded decoded = new QueryStyles(name, layout, simple ? null : property, reader).decodeEncoded(pairs);
        return simple && decoded instanceof Decoded.Value value
                ? retyped(value.candidates().get(0), schemas)
                : decoded;
    }

    /** A single text, which any of the schemas may be meant for; a list only where nothing is said. */
    private Decoded retyped(JsonNode value, List<Schema> schemas) {
        if (value.isArray()
                && !schemas.isEmpty()
                && schemas.stream().allMatch(s -> reader.shape(s).isDeclared())) {
            return new Decoded.Repeated(value.size());
        }
        return value.isArray() ? Decoded.Value.of(value) : Decoded.Value.of(reader.value(value.asString(""), schemas));
    }

    private static Decoded json(String name, List<QueryPair> pairs, @Nullable SchemaShape property) {
        List<QueryPair> own = pairs.stream()
                .filter(pair -> pair.name().equals(name) || pair.isItemOf(name))
                .toList();
        boolean isList = property != null && property.isArray();
        if (own.size() > 1 && !isList) {
            return new Decoded.Repeated(own.size());
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (QueryPair pair : own) {
            try {
                items.add(Json.read(QueryPair.plain(pair.rawValue())));
            } catch (JsonException e) {
                return new Decoded.Malformed("JSON, percent-encoded", pair.rawValue());
            }
        }
        // Both are in use: the whole list as one text, and each of its items as a text of its own.
        boolean whole = items.size() == 1 && (!isList || items.get(0).isArray());
        return Decoded.Value.of(whole ? items.get(0) : items);
    }

    /** Brackets have a meaning only where a deepObject encoding gives it to them. */
    private String name(String sent, @Nullable SchemaShape shape) {
        for (Map.Entry<String, Encoding> encoding : spec.encodings().named().entrySet()) {
            Encoding how = encoding.getValue();
            if (how.hasLayout() && ownsPart(encoding.getKey(), how.layout(), sent, shape)) {
                return encoding.getKey();
            }
        }
        String list = sent.replaceFirst("\\[[0-9]*]$", "");
        boolean isItem = !list.equals(sent)
                && shape != null
                && !shape.propertyNames().contains(sent)
                && shape.property(list)
                        .map(SchemaShape::of)
                        .filter(SchemaShape::isArray)
                        .isPresent();
        return isItem ? list : sent;
    }

    private static boolean ownsPart(
            String property, Parameter.Layout layout, String sent, @Nullable SchemaShape shape) {
        if (layout.style() == Style.DEEP_OBJECT) {
            return sent.startsWith(property + "[") && sent.endsWith("]");
        }
        return layout.explode()
                && shape != null
                && shape.property(property)
                        .map(SchemaShape::of)
                        .filter(inner ->
                                inner.isObject() && inner.propertyNames().contains(sent))
                        .isPresent();
    }
}
