package plumbline.contract.body.xml;

import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;

/** Reads XML without document types and entities of its own, so that it costs no more than its length. */
public final class XmlParser {
    private static final int DEEPEST_NESTING = 400;
    private static final int LONGEST_MESSAGE = 200;

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private @Nullable XmlElement root;

    /** A body is not well-formed, or is more than it should be. */
    public static final class MalformedXmlException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        MalformedXmlException(String message, Location location) {
            super(
                    message + " (line " + Math.max(1, location.getLineNumber()) + ", column "
                            + Math.max(1, location.getColumnNumber()) + ")",
                    null,
                    false,
                    false);
        }
    }

    public static XmlElement parse(Body body, @Nullable String charset) throws MalformedXmlException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body.bytes()), charset);
            return new XmlParser().parse(reader);
        } catch (XMLStreamException e) {
            throw new MalformedXmlException("is not well-formed XML: " + reason(e), location(e));
        }
    }

    private XmlElement parse(XMLStreamReader reader) throws XMLStreamException, MalformedXmlException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
                case XMLStreamConstants.DTD ->
                    throw new MalformedXmlException("has a document type, which is not read", reader.getLocation());
                default -> {
                    // Comments and instructions mean nothing here.
                }
            }
        }
        if (root == null) {
            throw new MalformedXmlException("is not well-formed XML: it has no element", reader.getLocation());
        }
        return root;
    }

    private void start(XMLStreamReader reader) throws MalformedXmlException {
        if (open.size() >= DEEPEST_NESTING) {
            throw new MalformedXmlException(
                    "is nested deeper than " + DEEPEST_NESTING + " elements", reader.getLocation());
        }
        XmlElement element = new XmlElement(name(reader.getNamespaceURI(), reader.getLocalName()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes()
                    .put(
                            name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
                            reader.getAttributeValue(i));
        }
        @Nullable XmlElement parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children().add(element);
        }
        open.push(element);
    }

    private static XmlName name(@Nullable String namespace, String local) {
        return new XmlName(namespace == null ? "" : namespace, local);
    }

    private void text(XMLStreamReader reader) {
        @Nullable XmlElement element = open.peek();
        if (element != null) {
            element.append(reader.getText());
        }
    }

    private static Location location(XMLStreamException e) {
        return e.getLocation() == null ? NOWHERE : e.getLocation();
    }

    /** The parser puts its own account of the place before the reason. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("\nMessage: ");
        String reason = start < 0 ? message : message.substring(start + "\nMessage: ".length());
        String line = reason.replaceAll("\\s+", " ").trim();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE - 3) + "...";
    }

    private static final Location NOWHERE = new Location() {
        @Override
        public int getLineNumber() {
            return 1;
        }

        @Override
        public int getColumnNumber() {
            return 1;
        }

        @Override
        public int getCharacterOffset() {
            return 0;
        }

        @Override
        public @Nullable String getPublicId() {
            return null;
        }

        @Override
        public @Nullable String getSystemId() {
            return null;
        }
    };
}
