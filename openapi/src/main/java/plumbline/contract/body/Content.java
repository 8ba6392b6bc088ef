package plumbline.contract.body;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;

/**
 * How a body is documented, and what it says it is.
 *
 * @param spec how it is documented
 * @param type its media type, which is no range
 * @param partHeaders the values to write for the headers of parts
 */
public record Content(MediaTypeSpec spec, MediaType type, Function<Parameter, Optional<JsonNode>> partHeaders) {
    private static final Map<String, String> USUAL =
            Map.of("text", "plain", "image", "png", "audio", "mpeg", "video", "mp4", "font", "woff2");

    /** Makes a content whose parts carry those headers that have an example. */
    public Content(MediaTypeSpec spec, MediaType type) {
        this(spec, type, Content::example);
    }

    private static Optional<JsonNode> example(Parameter header) {
        return header.examples().stream().findFirst().map(example -> example.value());
    }

    /** {@return the same content with these headers of parts} */
    public Content withPartHeaders(Function<Parameter, Optional<JsonNode>> headers) {
        return new Content(spec, type, headers);
    }

    /**
     * {@return the types in which content can be written: the one that is documented, or for a range those that can hold
     * its values, the most natural first}
     *
     * @param wished what a reader would like; ranges are passed over
     */
    public static List<Content> offers(MediaTypeSpec spec, List<MediaType> wished) {
        MediaType documented = spec.mediaType();
        if (!documented.isRange()) {
            return List.of(new Content(spec, documented));
        }
        List<MediaType> types = new ArrayList<>(natural(spec));
        for (MediaType wish : wished) {
            if (!wish.isRange() && canHold(wish, spec)) {
                types.add(new MediaType(wish.type(), wish.subtype(), Map.of()));
            }
        }
        List<Content> offers = types.stream()
                .filter(documented::covers)
                .distinct()
                .map(type -> new Content(spec, type))
                .toList();
        return offers.isEmpty() ? List.of(new Content(spec, usual(documented))) : offers;
    }

    private static boolean canHold(MediaType type, MediaTypeSpec spec) {
        return isContainer(spec) ? type.shape() == BodyShape.TREE : type.shape() != BodyShape.PARTS;
    }

    private static List<MediaType> natural(MediaTypeSpec spec) {
        MediaType json = new MediaType("application", "json", Map.of());
        MediaType xml = new MediaType("application", "xml", Map.of());
        MediaType text = new MediaType("text", "plain", Map.of());
        MediaType octets = new MediaType("application", "octet-stream", Map.of());
        if (BinaryCodec.isBinary(spec.schema())) {
            return List.of(octets);
        }
        SchemaShape shape = spec.schema() == null ? null : SchemaShape.of(spec.schema());
        boolean isText = shape != null && shape.isDeclared() && shape.allows(JsonType.STRING) && !isContainer(spec);
        return isText ? List.of(text, json, octets) : List.of(json, xml);
    }

    private static boolean isContainer(MediaTypeSpec spec) {
        SchemaShape shape = spec.schema() == null ? null : SchemaShape.of(spec.schema());
        return shape != null && (shape.isObject() || shape.isArray());
    }

    private static MediaType usual(MediaType range) {
        String type = "*".equals(range.type()) ? "application" : range.type();
        return new MediaType(type, USUAL.getOrDefault(type, "octet-stream"), Map.of());
    }

    /** {@return whether the content is octets rather than a value} */
    public boolean isOctets() {
        return type.shape() == BodyShape.OCTETS;
    }

    /** {@return whether a body as a whole is described as a text, though its media type would make a list of parts of it} */
    boolean isWholeText() {
        @Nullable SchemaShape shape = type.shape() == BodyShape.PARTS ? shape() : null;
        return shape != null
                && EnumSet.of(JsonType.STRING, JsonType.NULL).containsAll(shape.types())
                && shape.allows(JsonType.STRING);
    }

    @Nullable
    Schema schema() {
        return spec.schema();
    }

    @Nullable
    SchemaShape shape() {
        return spec.schema() == null ? null : SchemaShape.of(spec.schema());
    }

    BodyFault fault(String rule, String message, String expected, String actual) {
        return new BodyFault(rule, "", message, expected, actual, spec.node());
    }
}
