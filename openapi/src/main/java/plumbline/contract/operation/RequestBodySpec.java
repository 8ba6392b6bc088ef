package plumbline.contract.operation;

import java.util.List;
import plumbline.contract.document.Node;

/**
 * The body that an operation takes.
 *
 * @param required whether it must be sent
 * @param content the media types in order
 * @param node the request body object
 */
public record RequestBodySpec(boolean required, List<MediaTypeSpec> content, Node node) {
    public RequestBodySpec {
        content = List.copyOf(content);
    }
}
