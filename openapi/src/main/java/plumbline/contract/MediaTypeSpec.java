package plumbline.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;

/**
 * One way in which a content can be written.
 *
 * @param mediaType the media type or range
 * @param schema the schema; null if any content will do
 * @param itemSchema the schema of each item of a sequential media type such as {@code application/jsonl}; null if any item
 *     will do
 * @param examples the examples in order
 * @param encodings how the parts of a form are written, by property
 * @param node the media type object
 */
public record MediaTypeSpec(
        MediaType mediaType,
        @Nullable Schema schema,
        @Nullable Schema itemSchema,
        List<Example> examples,
        Map<String, Encoding> encodings,
        Node node) {
    /**
     * How a part of a form is written.
     *
     * @param contentType the media types that the part may have, comma-separated; empty for the default
     * @param layout the layout of the value in urlencoded forms
     */
    public record Encoding(String contentType, Parameter.Layout layout) {}

    public MediaTypeSpec {
        examples = List.copyOf(examples);
        encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
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
