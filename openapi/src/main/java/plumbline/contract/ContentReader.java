package plumbline.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;

/** Reads {@code content} maps and media type objects. */
final class ContentReader {
    private final ReaderContext context;

    ContentReader(ReaderContext context) {
        this.context = context;
    }

    /** {@return the media types of an object with {@code content}, in order} */
    List<MediaTypeSpec> read(Node holder) {
        List<MediaTypeSpec> content = new ArrayList<>();
        holder.members("content").forEach((name, node) -> {
            Optional<MediaType> type = MediaType.parse(name);
            if (type.isEmpty()) {
                context.problems().error(node, "'" + name + "' is no media type", "write type/subtype");
            }
            Optional<Node> resolved = context.problems().resolve(node);
            if (type.isPresent() && resolved.isPresent()) {
                content.add(mediaType(type.get(), resolved.get()));
            }
        });
        return content;
    }

    private MediaTypeSpec mediaType(MediaType type, Node node) {
        @Nullable Schema schema = node.get("schema").map(context::schema).orElse(null);
        @Nullable
        Schema itemSchema = node.get("itemSchema")
                .filter(item -> context.version() == OpenApiVersion.V3_2)
                .map(context::schema)
                .orElse(null);
        List<Example> examples = new ExampleReader(context, type).read(node, Optional.ofNullable(schema));
        return new MediaTypeSpec(type, schema, itemSchema, examples, encodings(node), node);
    }

    private Map<String, MediaTypeSpec.Encoding> encodings(Node node) {
        Map<String, MediaTypeSpec.Encoding> encodings = new LinkedHashMap<>();
        ParameterReader layouts = new ParameterReader(context, this);
        node.members("encoding")
                .forEach((name, encoding) -> encodings.put(
                        name,
                        new MediaTypeSpec.Encoding(
                                encoding.text("contentType").orElse(""),
                                layouts.layout(encoding, Parameter.In.QUERY))));
        return encodings;
    }
}
