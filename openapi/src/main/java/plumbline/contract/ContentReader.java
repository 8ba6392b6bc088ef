package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.Encodings;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;

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
            Optional<MediaType> written = MediaType.parse(name);
            Optional<MediaType> type = written.or(() -> meant(name));
            if (written.isEmpty()) {
                String consequence = type.map(meant -> "; it is read as " + meant)
                        .orElse(", so that nothing is sent or expected of it");
                context.problems()
                        .about(Topic.MEDIA_TYPE)
                        .warning(node, "'" + name + "' is no media type" + consequence, "write type/subtype");
            }
            Optional<Node> resolved = context.problems().resolve(node);
            if (type.isPresent() && resolved.isPresent()) {
                content.add(mediaType(type.get(), resolved.get()));
            }
        });
        return content;
    }

    /** What follows the type may be no parameter, as in {@code text/plain; utf-8}. */
    private static Optional<MediaType> meant(String name) {
        int end = name.indexOf(';');
        return end < 0 ? Optional.empty() : MediaType.parse(name.substring(0, end));
    }

    private MediaTypeSpec mediaType(MediaType type, Node node) {
        @Nullable Schema schema = node.get("schema").map(context::schema).orElse(null);
        Encodings encodings = new EncodingReader(context, this).read(node);
        @Nullable
        Schema item = node.get("itemSchema")
                .filter(sequence -> context.version() == OpenApiVersion.V3_2)
                .map(context::schema)
                .orElse(null);
        List<Example> examples = new ExampleReader(context, type).read(node, Optional.ofNullable(schema));
        return new MediaTypeSpec(type, schema, item, examples, encodings, node);
    }
}
