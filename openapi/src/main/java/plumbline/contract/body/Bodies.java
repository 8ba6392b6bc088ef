package plumbline.contract.body;

import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** The one place where octets of a documented media type become the value that a schema judges, and back. */
public final class Bodies {
    private Bodies() {}

    /**
     * {@return what a body stands for}
     *
     * @param reader reads the texts in it; to be advanced for another reading of the same body
     */
    public static BodyReading read(Content content, Body body, TextReader reader) {
        return content.isWholeText()
                ? BodyReading.of(JsonNodeFactory.instance.stringNode(body.text()))
                : codec(content.type()).read(content, body, reader);
    }

    /** {@return the body that stands for a value} */
    public static Written write(Content content, JsonNode value) {
        return codec(content.type()).write(content, value);
    }

    static BodyCodec codec(MediaType type) {
        return switch (type.shape()) {
            case TREE -> type.isXml() ? new XmlCodec() : new JsonCodec();
            case PARTS -> type.isForm() ? new FormCodec() : new MultipartCodec();
            case SEQUENCE -> new JsonLinesCodec();
            case TEXT -> new TextCodec();
            case OCTETS -> new BinaryCodec();
        };
    }
}
