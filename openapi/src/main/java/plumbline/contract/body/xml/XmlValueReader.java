package plumbline.contract.body.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Reads elements as the values that their schemas expect. */
public final class XmlValueReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Node documented;
    private final TextReader texts;
    private final List<BodyFault> faults = new ArrayList<>();
    private final Map<String, XmlHints> known = new HashMap<>();

    public XmlValueReader(Node documented, TextReader texts) {
        this.documented = documented;
        this.texts = texts;
    }

    public BodyReading read(XmlElement root, Schema schema) {
        List<XmlHints> names = XmlHints.rootChoices(schema);
        if (!names.isEmpty() && names.stream().noneMatch(hints -> hints.names(root.name()))) {
            misnamed(root, names.get(0), "");
        }
        XmlHints hints = XmlHints.ofRoot(schema);
        SchemaShape shape = texts.shape(schema);
        @Nullable Schema items = shape.items().orElse(null);
        JsonNode value = shape.isArray() && items != null
                ? list(root, items, XmlHints.ofRootItems(items, hints), "")
                : value(root, List.of(schema), hints, "");
        return BodyReading.of(value, faults);
    }

    /** {@return the value of an element, which any of the schemas may be meant for} */
    private JsonNode value(XmlElement element, List<Schema> schemas, XmlHints hints, String pointer) {
        if (element.isNil()) {
            return NODES.nullNode();
        }
        if (schemas.isEmpty()) {
            return free(element);
        }
        Schema schema = schemas.get(0);
        SchemaShape shape = texts.shape(schema);
        if (shape.isArray()) {
            @Nullable Schema items = shape.items().orElse(null);
            return list(element, items, items == null ? null : hints(items, hints.name()), pointer);
        }
        if (shape.isMeantAsObject() && (!element.isPlain() || element.text().isBlank() || hasText(shape))) {
            ObjectNode members = NODES.objectNode();
            new Members(element, shape, pointer).readInto(members);
            return members;
        }
        return element.isPlain() ? text(element.text(), schemas) : free(element);
    }

    private boolean hasText(SchemaShape shape) {
        return shape.propertyNames().stream()
                .anyMatch(name -> shape.property(name)
                        .map(property -> hints(property, name).nodeType())
                        .filter(type -> type == XmlHints.NodeType.TEXT || type == XmlHints.NodeType.CDATA)
                        .isPresent());
    }

    /** White space around what is no text means nothing. */
    private JsonNode text(String text, List<Schema> schemas) {
        boolean isText = schemas.stream().map(texts::shape).anyMatch(shape -> shape.allows(JsonType.STRING));
        return texts.value(isText ? text : text.strip(), schemas);
    }

    private ArrayNode list(XmlElement element, @Nullable Schema items, @Nullable XmlHints itemHints, String pointer) {
        ArrayNode list = NODES.arrayNode();
        for (XmlElement child : element.children()) {
            String place = Pointers.child(pointer, list.size());
            if (itemHints != null && !itemHints.names(child.name())) {
                misnamed(child, itemHints, place);
            }
            list.add(items == null || itemHints == null ? free(child) : value(child, List.of(items), itemHints, place));
        }
        return list;
    }

    private XmlHints hints(Schema schema, String fallbackName) {
        return known.computeIfAbsent(
                schema.node().identity() + " " + fallbackName, key -> XmlHints.of(schema, fallbackName));
    }

    private void misnamed(XmlElement element, XmlHints hints, String pointer) {
        String name = hints.namespace().isEmpty() ? hints.name() : "{" + hints.namespace() + "}" + hints.name();
        String expected = switch (hints.nodeType()) {
            case ATTRIBUTE -> "the attribute '" + name + "'";
            case TEXT, CDATA -> "text";
            default -> "<" + name + ">";
        };
        String actual = element.name().namespace().isEmpty()
                        || hints.namespace().isEmpty()
                ? element.name().local()
                : "{" + element.name().namespace() + "}" + element.name().local();
        faults.add(new BodyFault(
                "xmlName",
                pointer,
                "is an element <" + actual + ">, where " + expected + " is documented",
                expected,
                "<" + actual + ">",
                documented));
    }

    /** The members of one element. */
    private final class Members {
        private final XmlElement element;
        private final SchemaShape shape;
        private final String pointer;
        private final Set<XmlName> read = new HashSet<>();
        private final Set<XmlName> readAttributes = new HashSet<>();

        Members(XmlElement element, SchemaShape shape, String pointer) {
            this.element = element;
            this.shape = shape;
            this.pointer = pointer;
        }

        void readInto(ObjectNode object) {
            shape.propertyNames().forEach(name -> property(name, shape, object));
            others(object);
        }

        private void property(String name, SchemaShape owner, ObjectNode object) {
            List<Schema> schemas = owner.alternatives(name);
            XmlHints hints = hints(schemas.get(0), name);
            switch (hints.nodeType()) {
                case ATTRIBUTE -> attribute(name, schemas, object, hints);
                case TEXT, CDATA -> {
                    if (!element.text().isEmpty() || owner.requires(name)) {
                        object.set(name, text(element.text(), schemas));
                    }
                }
                case NONE -> spread(name, owner, object, hints);
                case ELEMENT -> child(name, schemas, object, hints);
            }
        }

        private void attribute(String name, List<Schema> schemas, ObjectNode object, XmlHints hints) {
            element.attributes().keySet().stream().filter(hints::names).forEach(readAttributes::add);
            element.attribute(hints).ifPresent(text -> object.set(name, text(text, schemas)));
        }

        private void child(String name, List<Schema> schemas, ObjectNode object, XmlHints hints) {
            List<XmlElement> own = element.children(hints);
            own.forEach(child -> read.add(child.name()));
            String place = Pointers.child(pointer, name);
            if (own.size() > 1) {
                faults.add(new BodyFault(
                        "duplicate",
                        place,
                        "is given in " + own.size() + " elements, but takes one value",
                        "one element <" + hints.name() + ">",
                        own.size() + " elements",
                        documented));
            }
            if (!own.isEmpty()) {
                object.set(name, value(own.get(0), schemas, hints, place));
            }
        }

        /** Items that stand side by side in this element, or members of an object that has no element of its own. */
        private void spread(String name, SchemaShape owner, ObjectNode object, XmlHints hints) {
            Schema schema = owner.alternatives(name).get(0);
            SchemaShape inner = texts.shape(schema);
            if (!inner.isArray()) {
                ObjectNode members = NODES.objectNode();
                inner.propertyNames().forEach(member -> property(member, inner, members));
                if (!members.isEmpty()) {
                    object.set(name, members);
                }
                return;
            }
            @Nullable Schema items = inner.items().orElse(null);
            XmlHints itemHints = items == null ? hints : hints(items, hints.name());
            ArrayNode list = NODES.arrayNode();
            for (XmlElement child : element.children(itemHints)) {
                read.add(child.name());
                String place = Pointers.child(Pointers.child(pointer, name), list.size());
                list.add(value(child, items == null ? List.of() : List.of(items), itemHints, place));
            }
            // No items and no list look the same; where there must be a list, it is an empty one.
            if (!list.isEmpty() || owner.requires(name)) {
                object.set(name, list);
            }
        }

        private void others(ObjectNode object) {
            element.attributes().forEach((name, text) -> {
                if (name.isOwn() && !readAttributes.contains(name)) {
                    object.set(name.local(), text(text, shape.alternatives(name.local())));
                }
            });
            for (XmlElement child : element.children()) {
                if (!read.contains(child.name())) {
                    String name = child.name().local();
                    List<Schema> schemas = shape.alternatives(name);
                    String place = Pointers.child(pointer, name);
                    if (shape.propertyNames().contains(name)) {
                        misnamed(child, hints(schemas.get(0), name), place);
                    }
                    XmlHints hints = new XmlHints(name, "", "", XmlHints.NodeType.ELEMENT);
                    add(object, name, value(child, schemas, hints, place));
                }
            }
        }
    }

    /** An element that nothing is said of: what is repeated is a list. */
    private static JsonNode free(XmlElement element) {
        if (element.isNil()) {
            return NODES.nullNode();
        }
        if (element.isPlain()) {
            return NODES.stringNode(element.text());
        }
        ObjectNode object = NODES.objectNode();
        element.attributes().forEach((name, text) -> {
            if (name.isOwn()) {
                object.put(name.local(), text);
            }
        });
        element.children().forEach(child -> add(object, child.name().local(), free(child)));
        return object;
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        JsonNode present = object.path(name);
        if (present.isMissingNode()) {
            object.set(name, value);
        } else if (present.isArray()) {
            ((ArrayNode) present).add(value);
        } else {
            object.set(name, NODES.arrayNode().add(present).add(value));
        }
    }
}
