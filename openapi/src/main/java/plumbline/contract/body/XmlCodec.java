package plumbline.contract.body;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.body.xml.XmlElement;
import plumbline.contract.body.xml.XmlParser;
import plumbline.contract.body.xml.XmlParser.MalformedXmlException;
import plumbline.contract.body.xml.XmlValueReader;
import plumbline.contract.body.xml.XmlValueWriter;
import plumbline.contract.http.Body;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** XML (RFC 7303), as far as XML objects in schemas say what it stands for. */
record XmlCodec() implements BodyCodec {
    private static final String RULE = "xml";

    @Override
    public BodyReading read(Content content, Body body, TextReader reader) {
        @Nullable String named = content.type().parameters().get("charset");
        Optional<Charset> charset = CharsetText.charset(content.type());
        if (charset.isEmpty()) {
            return BodyReading.unreadable(CharsetText.unknown(RULE, content));
        }
        try {
            XmlElement root =
                    XmlParser.parse(body, named == null ? null : charset.get().name());
            Schema schema = content.schema();
            if (schema == null) {
                return BodyReading.unjudged();
            }
            return isMarkup(content) && !root.isPlain()
                    ? BodyReading.of(JsonNodeFactory.instance.stringNode(body.text()))
                    : new XmlValueReader(content.spec().node(), reader).read(root, schema);
        } catch (MalformedXmlException e) {
            return BodyReading.unreadable(content.fault(
                    RULE,
                    String.valueOf(e.getMessage()),
                    "one well-formed XML document without a document type",
                    BodyFault.excerpt(body.text())));
        }
    }

    /** A schema of a text says of XML that it is any. */
    private static boolean isMarkup(Content content) {
        SchemaShape shape = content.shape();
        return shape != null && shape.isDeclared() && shape.types().contains(JsonType.STRING);
    }

    @Override
    public Written write(Content content, JsonNode value) {
        Charset charset = CharsetText.charset(content.type()).orElse(StandardCharsets.UTF_8);
        String markup = value.isString() && value.stringValue().stripLeading().startsWith("<")
                ? value.stringValue()
                : "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n"
                        + new XmlValueWriter().write(value, content.schema());
        return new Written(content.type().toString(), Body.of(markup.getBytes(charset)));
    }
}
