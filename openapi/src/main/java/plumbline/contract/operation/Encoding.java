package plumbline.contract.operation;

import java.util.List;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.QuotedText;

/**
 * How a part of a form or of a multipart body is written (OpenAPI, "Encoding Object").
 *
 * @param contentType the media types that the part may have, comma-separated; empty for the default
 * @param layout the layout of the value
 * @param hasLayout whether the layout is said at all, so that it counts and the content type does not
 * @param headers the headers of the part
 * @param node the encoding object
 */
public record Encoding(
        String contentType, Parameter.Layout layout, boolean hasLayout, List<Parameter> headers, Node node) {
    public Encoding {
        headers = List.copyOf(headers);
    }

    /** {@return the media types and ranges that the part may have; none for the default} */
    public List<MediaType> mediaTypes() {
        return QuotedText.split(contentType, ',').stream()
                .flatMap(text -> MediaType.parse(text).stream())
                .toList();
    }
}
