package plumbline.contract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Encoding;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Schema;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.JsonType;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Reads parts one by one, and gathers what is wrong with them. */
final class PartReader {
    private final Content whole;
    private final TextReader reader;
    final List<BodyFault> faults = new ArrayList<>();
    final List<BodyReading.PartHeaders> headers = new ArrayList<>();

    PartReader(Content whole, TextReader reader) {
        this.whole = whole;
        this.reader = reader;
    }

    /**
     * How a part is documented.
     *
     * @param schema its schema; null if nothing is said
     * @param encoding its encoding; null if nothing is said
     */
    record PartSpec(@Nullable Schema schema, @Nullable Encoding encoding) {}

    /** {@return the value of a part at a place in the whole; nothing if it cannot be read} */
    Optional<JsonNode> value(Part part, PartSpec spec, String pointer) {
        Encoding encoding = spec.encoding();
        if (encoding != null && !encoding.headers().isEmpty()) {
            headers.add(new BodyReading.PartHeaders(pointer, part.headers(), encoding));
        }
        Optional<String> written = part.headers().first("Content-Type");
        Optional<MediaType> declared = written.flatMap(MediaType::parse);
        PartTypes types = new PartTypes(encoding, spec.schema());
        MediaType type = types.effective(declared);
        Node node = encoding == null ? whole.spec().node() : encoding.node();
        if (written.isPresent() && declared.isEmpty() || !types.allow(type)) {
            faults.add(new BodyFault(
                    "contentType",
                    pointer,
                    "is a part of a media type that is not documented",
                    types.toString(),
                    written.orElse("none, which means text/plain"),
                    node));
            return Optional.empty();
        }
        MediaTypeSpec media = MediaTypeSpec.of(type, spec.schema(), node);
        return content(part, new Content(media, type), pointer);
    }

    private Optional<JsonNode> content(Part part, Content content, String pointer) {
        BodyCodec codec = BinaryCodec.isBinary(content.schema()) ? new BinaryCodec() : null;
        BodyReading reading =
                codec == null ? Bodies.read(content, part.body(), reader) : codec.read(content, part.body(), reader);
        reading.faults().forEach(fault -> faults.add(fault.below(pointer)));
        if (!reading.faults().isEmpty() && reading.value() == null) {
            return Optional.empty();
        }
        JsonNode value = reading.value();
        return Optional.of(value == null ? placeholder(part, content) : value);
    }

    /** What stands for a content that no schema can judge, so that its property is there. */
    private static JsonNode placeholder(Part part, Content content) {
        SchemaShape shape = content.shape();
        boolean anything = shape == null || shape.allows(JsonType.STRING);
        return anything
                ? JsonNodeFactory.instance.stringNode(part.body().text())
                : JsonNodeFactory.instance.objectNode();
    }
}
