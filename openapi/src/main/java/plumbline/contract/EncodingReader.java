package plumbline.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.QuotedText;
import plumbline.contract.operation.Encoding;
import plumbline.contract.operation.Encodings;
import plumbline.contract.operation.Parameter;

/** Reads encoding objects. */
final class EncodingReader {
    private static final List<String> LAYOUT = List.of("style", "explode", "allowReserved");

    private final ReaderContext context;
    private final ParameterReader parameters;

    EncodingReader(ReaderContext context, ContentReader content) {
        this.context = context;
        this.parameters = new ParameterReader(context, content);
    }

    /** {@return the encodings of a media type object} */
    Encodings read(Node mediaType) {
        Map<String, Encoding> named = new LinkedHashMap<>();
        mediaType.members("encoding").forEach((name, node) -> named.put(name, encoding(node)));
        List<Encoding> prefix =
                mediaType.items("prefixEncoding").stream().map(this::encoding).toList();
        @Nullable
        Encoding item = mediaType.get("itemEncoding").map(this::encoding).orElse(null);
        return named.isEmpty() && prefix.isEmpty() && item == null
                ? Encodings.none()
                : new Encodings(named, prefix, item);
    }

    private Encoding encoding(Node node) {
        String contentType = node.text("contentType").orElse("");
        if (!contentType.isEmpty()
                && QuotedText.split(contentType, ',').stream()
                        .anyMatch(text -> MediaType.parse(text).isEmpty())) {
            context.problems()
                    .error(node, "'" + contentType + "' is no media type", "write type/subtype, separated by commas");
        }
        boolean hasLayout = LAYOUT.stream().anyMatch(name -> node.get(name).isPresent());
        return new Encoding(contentType, parameters.layout(node, Parameter.In.QUERY), hasLayout, headers(node), node);
    }

    private List<Parameter> headers(Node encoding) {
        List<Parameter> headers = new ArrayList<>();
        encoding.members("headers").forEach((name, header) -> {
            if (!"content-type".equalsIgnoreCase(name)) {
                context.problems()
                        .resolve(header)
                        .ifPresent(resolved -> headers.add(parameters.header(name, resolved)));
            }
        });
        return headers;
    }
}
