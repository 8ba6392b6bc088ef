package plumbline.contract.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.Encoding;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;

/**
 * The media types of a part: those that its encoding names, else those that follow from its type (OpenAPI, "Encoding
 * Object", {@code contentType}).
 *
 * @param encoding the encoding; null if nothing is said
 * @param schema the schema of the part; null if nothing is said
 */
record PartTypes(@Nullable Encoding encoding, @Nullable Schema schema) {
    private static final MediaType TEXT = new MediaType("text", "plain", Map.of());
    private static final MediaType JSON = new MediaType("application", "json", Map.of());
    private static final MediaType OCTETS = new MediaType("application", "octet-stream", Map.of());

    /** {@return the types and ranges that the contract names; none where it leaves them to the default} */
    List<MediaType> named() {
        return encoding == null ? List.of() : encoding.mediaTypes();
    }

    /** {@return the type to write a part with} */
    MediaType preferred() {
        return named().stream().filter(type -> !type.isRange()).findFirst().orElseGet(this::fallback);
    }

    private MediaType fallback() {
        for (MediaType range : named()) {
            return range.covers(byType())
                    ? byType()
                    : new MediaType(range.type(), "text".equals(range.type()) ? "plain" : "octet-stream", Map.of());
        }
        return byType();
    }

    private MediaType byType() {
        if (isContainer()) {
            return JSON;
        }
        return schema == null || isFree() ? OCTETS : TEXT;
    }

    /** {@return the type that the content of a part is read as, given the one that it declares} */
    MediaType effective(Optional<MediaType> declared) {
        // By RFC 7578 a part without a type is text, but many clients send JSON without saying so.
        return declared.orElseGet(() -> named().isEmpty() && isContainer() ? JSON : TEXT);
    }

    /** {@return whether a part may have this type; what the contract leaves open is judged by what it can hold} */
    boolean allow(MediaType type) {
        if (!named().isEmpty()) {
            return named().stream().anyMatch(allowed -> allowed.covers(type));
        }
        if (isContainer()) {
            return type.isJson();
        }
        return isFree() || type.isText();
    }

    private boolean isContainer() {
        SchemaShape shape = schema == null ? null : SchemaShape.of(schema);
        return shape != null && (shape.isObject() || shape.isArray());
    }

    private boolean isFree() {
        return schema == null
                || BinaryCodec.isBinary(schema)
                || schema.node().resolved().text("contentEncoding").isPresent()
                || !SchemaShape.of(schema).isDeclared()
                || SchemaShape.of(schema).types().equals(java.util.EnumSet.of(JsonType.NULL));
    }

    @Override
    public String toString() {
        return String.join(
                ", ",
                (named().isEmpty() ? List.of(byType()) : named())
                        .stream().map(MediaType::toString).toList());
    }
}
