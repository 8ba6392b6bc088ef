package plumbline.contract.body;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Schema;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.document.Node;
import plumbline.contract.http.Body;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonType;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Anything else. Octets stand for a string with one character for each (ISO-8859-1), so that bounds of its length count
 * octets; where the contract does not say that it means octets, text in UTF-8 stands for itself.
 */
record BinaryCodec() implements BodyCodec {
    private static final Set<String> OCTETS = Set.of("image", "audio", "video", "font");

    @Override
    public BodyReading read(Content content, Body body, TextReader reader) {
        @Nullable SchemaShape shape = content.shape();
        if (shape == null || !shape.isDeclared() || !shape.allows(JsonType.STRING)) {
            return BodyReading.unjudged();
        }
        String text = isBinary(content)
                ? octets(body)
                : CharsetText.decode(body, StandardCharsets.UTF_8).orElseGet(() -> octets(body));
        return BodyReading.of(JsonNodeFactory.instance.stringNode(text));
    }

    private static String octets(Body body) {
        return new String(body.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static boolean isBinary(Content content) {
        MediaType type = content.type();
        return OCTETS.contains(type.type())
                || "application/octet-stream".equals(type.essence())
                || isBinary(content.schema());
    }

    /** {@return whether a schema says that its values are octets rather than text} */
    static boolean isBinary(@Nullable Schema schema) {
        if (schema == null) {
            return false;
        }
        Node node = schema.node().resolved();
        boolean media = node.text("contentMediaType")
                .flatMap(MediaType::parse)
                .filter(type -> type.shape() == BodyShape.OCTETS)
                .isPresent();
        return "binary".equals(node.text("format").orElse(""))
                || media && node.text("contentEncoding").isEmpty();
    }

    @Override
    public Written write(Content content, JsonNode value) {
        String text = Json.text(value);
        boolean asOctets = isBinary(content) && text.chars().allMatch(character -> character < 256);
        return new Written(
                content.type().toString(),
                Body.of(text.getBytes(asOctets ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)));
    }
}
