package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;

/** Reads {@code content} maps, media type objects and examples. */
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
        Encodings encodings = new EncodingReader(context, this).read(node);
        @Nullable Schema item = node.get("itemSchema").map(context::schema).orElse(null);
        return new MediaTypeSpec(type, schema, item, examples(node, Optional.ofNullable(schema)), encodings, node);
    }

    /** {@return the examples of an object, and those of its schema where it has none itself} */
    List<Example> examples(Node holder, Optional<Schema> schema) {
        List<Example> examples = new ArrayList<>();
        holder.get("example").ifPresent(node -> examples.add(new Example("", node.value(), node)));
        holder.members("examples")
                .forEach((name, node) -> context.problems()
                        .resolve(node)
                        .ifPresent(example -> value(example)
                                .ifPresent(value -> examples.add(new Example(name, value.value(), value)))));
        if (examples.isEmpty()) {
            schema.ifPresent(s -> ofSchema(s, examples));
        }
        return examples;
    }

    private static Optional<Node> value(Node example) {
        return example.get("dataValue").or(() -> example.get("value"));
    }

    private void ofSchema(Schema schema, List<Example> examples) {
        context.problems().resolve(schema.node()).ifPresent(node -> {
            node.get("example").ifPresent(example -> examples.add(new Example("", example.value(), example)));
            for (Node example : node.items("examples")) {
                examples.add(new Example("", example.value(), example));
            }
        });
    }
}
