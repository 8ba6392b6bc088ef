package plumbline.contract.body.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;

/**
 * How a value of a schema stands in XML (OpenAPI, "XML Object").
 *
 * @param name the name of its element or attribute
 * @param namespace the namespace; empty if none is said
 * @param prefix the prefix to write; empty if none is said
 * @param nodeType what it stands as
 */
record XmlHints(String name, String namespace, String prefix, NodeType nodeType) {
    private static final String COMPONENTS = "/components/schemas/";
    private static final String NAMELESS = "root";
    private static final int LONGEST_CHAIN = 50;

    /** What a value stands as. */
    enum NodeType {
        ELEMENT,
        ATTRIBUTE,
        TEXT,
        CDATA,
        /** Its items or members stand directly in the element around it. */
        NONE
    }

    /** {@return the hints of a property, or of the items of a list, which goes by a name unless it says another} */
    static XmlHints of(Schema schema, String fallbackName) {
        List<Node> chain = chain(schema);
        boolean isArray = SchemaShape.of(schema).isArray();
        return new XmlHints(
                XmlName.possible(text(chain, "name").orElse(fallbackName)),
                text(chain, "namespace").orElse(""),
                text(chain, "prefix").orElse(""),
                nodeType(chain, isArray));
    }

    /** {@return the hints of the outermost element, which always is one} */
    static XmlHints ofRoot(Schema schema) {
        XmlHints hints = of(schema, componentName(schema).orElse(NAMELESS));
        return new XmlHints(hints.name, hints.namespace, hints.prefix, NodeType.ELEMENT);
    }

    /** {@return the hints of the items of the outermost list} */
    static XmlHints ofRootItems(Schema items, XmlHints list) {
        return of(items, componentName(items).orElse(list.name));
    }

    /** {@return the names that the outermost element may have: its own, and those of the choices it is; none for any} */
    static List<XmlHints> rootChoices(Schema schema) {
        List<XmlHints> choices = new ArrayList<>();
        List<Schema> schemas = new ArrayList<>(List.of(schema));
        for (String keyword : List.of("oneOf", "anyOf")) {
            schema.node().resolved().items(keyword).forEach(branch -> schemas.add(schema.at(branch)));
        }
        for (Schema choice : schemas) {
            if (text(chain(choice), "name").isPresent() || componentName(choice).isPresent()) {
                choices.add(ofRoot(choice));
            }
        }
        return choices;
    }

    /** {@return whether an element or attribute of this name is meant; any namespace will do where none is said} */
    boolean names(XmlName other) {
        return name.equals(other.local()) && (namespace.isEmpty() || namespace.equals(other.namespace()));
    }

    private static NodeType nodeType(List<Node> chain, boolean isArray) {
        Optional<String> type = text(chain, "nodeType");
        if (type.isPresent()) {
            return switch (type.get()) {
                case "attribute" -> NodeType.ATTRIBUTE;
                case "text" -> NodeType.TEXT;
                case "cdata" -> NodeType.CDATA;
                case "none" -> NodeType.NONE;
                default -> NodeType.ELEMENT;
            };
        }
        if (chain.stream().anyMatch(xml -> xml.flag("attribute"))) {
            return NodeType.ATTRIBUTE;
        }
        boolean wrapped = chain.stream().anyMatch(xml -> xml.flag("wrapped"));
        return isArray && !wrapped ? NodeType.NONE : NodeType.ELEMENT;
    }

    private static Optional<String> text(List<Node> chain, String name) {
        return chain.stream().flatMap(xml -> xml.text(name).stream()).findFirst();
    }

    /** The XML objects of a schema, of what it refers to, and of what it merely wraps, nearest first. */
    private static List<Node> chain(Schema schema) {
        List<Node> chain = new ArrayList<>();
        Node here = schema.node();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            boolean counts = !here.isReference() || schema.version() != OpenApiVersion.V3_0;
            if (counts) {
                here.get("xml").ifPresent(chain::add);
            }
            List<Node> parts = here.items("allOf");
            if (here.isReference()) {
                here = here.target(here.value().path("$ref").stringValue());
            } else if (parts.size() == 1 && componentName(here).isEmpty()) {
                here = parts.get(0);
            } else {
                break;
            }
        }
        return chain;
    }

    private static Optional<String> componentName(Schema schema) {
        Node node = schema.node();
        return componentName(node)
                .or(() -> node.isReference()
                        ? componentName(node.target(node.value().path("$ref").stringValue()))
                        : Optional.empty());
    }

    private static Optional<String> componentName(Node node) {
        String pointer = node.pointer();
        boolean isComponent = pointer.startsWith(COMPONENTS) && pointer.indexOf('/', COMPONENTS.length()) < 0;
        return isComponent ? Optional.of(pointer.substring(COMPONENTS.length())) : Optional.empty();
    }
}
