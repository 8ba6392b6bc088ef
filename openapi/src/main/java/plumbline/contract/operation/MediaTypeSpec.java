package plumbline.contract.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;

/**
 * One way in which a content can be written.
 *
 * @param mediaType the media type or range
 * @param schema the schema; null if any content will do
 * @param itemSchema the schema of each value in a sequence (OpenAPI 3.2); null if nothing is said
 * @param examples the examples in order
 * @param encodings how the parts of a form or multipart body are written
 * @param node the media type object
 */
public record MediaTypeSpec(
        MediaType mediaType,
        @Nullable Schema schema,
        @Nullable Schema itemSchema,
        List<Example> examples,
        Encodings encodings,
        Node node) {
    public MediaTypeSpec {
        examples = List.copyOf(examples);
    }

    /** {@return a media type that only a schema describes} */
    public static MediaTypeSpec of(MediaType type, @Nullable Schema schema, Node node) {
        return new MediaTypeSpec(type, schema, null, List.of(), Encodings.none(), node);
    }

    /** {@return the example of this name} */
    public Optional<Example> example(String name) {
        return examples.stream().filter(example -> example.name().equals(name)).findFirst();
    }

    /** {@return the most specific of these that covers a type} */
    public static Optional<MediaTypeSpec> covering(List<MediaTypeSpec> content, MediaType type) {
        MediaTypeSpec best = null;
        for (MediaTypeSpec spec : content) {
            boolean better = best == null || rank(spec) > rank(best);
            if (better && spec.mediaType.covers(type)) {
                best = spec;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int rank(MediaTypeSpec spec) {
        if ("*".equals(spec.mediaType.type())) {
            return 0;
        }
        return spec.mediaType.isRange() ? 1 : 2 + spec.mediaType.parameters().size();
    }
}
