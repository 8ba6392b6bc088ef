package plumbline.contract.body.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;

/** Writes values as elements, as their schemas ask for it. */
public final class XmlValueWriter {
    private static final XmlHints NAMELESS = new XmlHints("root", "", "", XmlHints.NodeType.ELEMENT);

    private final StringBuilder out = new StringBuilder();

    public String write(JsonNode value, @Nullable Schema schema) {
        XmlHints hints = schema == null ? NAMELESS : XmlHints.ofRoot(schema);
        if (value.isArray() && schema != null) {
            @Nullable Schema items = SchemaShape.of(schema).items().orElse(null);
            XmlHints itemHints = items == null ? hints : XmlHints.ofRootItems(items, hints);
            open(hints, Map.of());
            value.forEach(item -> element(itemHints, items, item));
            close(hints);
        } else {
            element(hints, schema, value);
        }
        return out.toString();
    }

    private void element(XmlHints hints, @Nullable Schema schema, JsonNode value) {
        if (value.isNull()) {
            Map<String, String> nothing = new LinkedHashMap<>();
            nothing.put("xmlns:xsi", XmlElement.INSTANCE);
            nothing.put("xsi:nil", "true");
            open(hints, nothing);
        } else if (value.isObject()) {
            @Nullable SchemaShape shape = schema == null ? null : SchemaShape.of(schema);
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes(value, shape, attributes);
            open(hints, attributes);
            members(value, shape);
        } else if (value.isArray()) {
            open(hints, Map.of());
            @Nullable
            Schema items =
                    schema == null ? null : SchemaShape.of(schema).items().orElse(null);
            items(value, items, hints);
        } else {
            open(hints, Map.of());
            out.append(XmlText.escaped(Json.text(value)));
        }
        close(hints);
    }

    private void items(JsonNode list, @Nullable Schema items, XmlHints around) {
        XmlHints own = new XmlHints(around.name(), around.namespace(), around.prefix(), XmlHints.NodeType.ELEMENT);
        XmlHints hints = items == null ? own : XmlHints.of(items, around.name());
        list.forEach(item -> element(hints, items, item));
    }

    private static void attributes(JsonNode object, @Nullable SchemaShape shape, Map<String, String> attributes) {
        object.forEachEntry((name, value) -> {
            XmlHints hints = hints(name, shape);
            if (hints.nodeType() == XmlHints.NodeType.ATTRIBUTE && value.isValueNode() && !value.isNull()) {
                if (isQualified(hints)) {
                    attributes.put("xmlns:" + hints.prefix(), hints.namespace());
                }
                attributes.put(qualified(hints), Json.text(value));
            } else if (hints.nodeType() == XmlHints.NodeType.NONE && value.isObject()) {
                attributes(value, shape(name, shape), attributes);
            }
        });
    }

    private void members(JsonNode object, @Nullable SchemaShape shape) {
        object.forEachEntry((name, value) -> {
            XmlHints hints = hints(name, shape);
            @Nullable
            Schema schema = shape == null ? null : shape.property(name).orElse(null);
            switch (hints.nodeType()) {
                case ATTRIBUTE -> {
                    // Written where the element starts.
                }
                case TEXT -> out.append(XmlText.escaped(Json.text(value)));
                case CDATA -> out.append(XmlText.section(Json.text(value)));
                case NONE -> spread(name, value, shape, hints);
                case ELEMENT -> member(value, schema, hints);
            }
        });
    }

    private void member(JsonNode value, @Nullable Schema schema, XmlHints hints) {
        if (value.isArray() && schema == null) {
            value.forEach(item -> element(hints, null, item));
        } else {
            element(hints, schema, value);
        }
    }

    private void spread(String name, JsonNode value, @Nullable SchemaShape shape, XmlHints hints) {
        if (value.isArray()) {
            @Nullable SchemaShape list = shape(name, shape);
            items(value, list == null ? null : list.items().orElse(null), hints);
        } else if (value.isObject()) {
            members(value, shape(name, shape));
        } else {
            element(hints, null, value);
        }
    }

    private static XmlHints hints(String name, @Nullable SchemaShape shape) {
        @Nullable Schema schema = shape == null ? null : shape.property(name).orElse(null);
        return schema == null
                ? new XmlHints(XmlName.possible(name), "", "", XmlHints.NodeType.ELEMENT)
                : XmlHints.of(schema, name);
    }

    private static @Nullable SchemaShape shape(String name, @Nullable SchemaShape shape) {
        return shape == null ? null : shape.property(name).map(SchemaShape::of).orElse(null);
    }

    private void open(XmlHints hints, Map<String, String> attributes) {
        out.append('<').append(qualified(hints));
        Map<String, String> all = new LinkedHashMap<>();
        if (!hints.namespace().isEmpty()) {
            all.put(isQualified(hints) ? "xmlns:" + hints.prefix() : "xmlns", hints.namespace());
        }
        all.putAll(attributes);
        all.forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlText.escapedAttribute(value))
                .append('"'));
        out.append('>');
    }

    private void close(XmlHints hints) {
        out.append("</").append(qualified(hints)).append('>');
    }

    private static String qualified(XmlHints hints) {
        return isQualified(hints) ? hints.prefix() + ":" + hints.name() : hints.name();
    }

    /** A prefix that stands for no namespace must not be written. */
    private static boolean isQualified(XmlHints hints) {
        return !hints.prefix().isEmpty() && !hints.namespace().isEmpty();
    }
}
