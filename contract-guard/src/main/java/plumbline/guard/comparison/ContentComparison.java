package plumbline.guard.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Encoding;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Schema;
import plumbline.contract.document.Node;
import plumbline.contract.http.BodyShape;
import tools.jackson.databind.JsonNode;

/**
 * Compares the media types in which a content can be written.
 *
 * @param notes what is different
 * @param side who sends it
 * @param before the old body or response
 * @param now the new one
 */
record ContentComparison(Notes notes, Side side, Node before, Node now) {
    void compare(List<MediaTypeSpec> content, List<MediaTypeSpec> contentNow) {
        if (content.isEmpty() || contentNow.isEmpty()) {
            compareExistence(!content.isEmpty(), !contentNow.isEmpty());
            return;
        }
        Node place = before.get("content").orElse(before);
        Node placeNow = now.get("content").orElse(now);
        for (MediaTypeSpec old : content) {
            Optional<MediaTypeSpec> same = find(contentNow, old);
            if (same.isPresent()) {
                compare(old, same.get());
            } else {
                OperationRule rule = side == Side.RESPONSE
                        ? OperationRule.RESPONSE_MEDIA_TYPE_REMOVED
                        : OperationRule.REQUEST_MEDIA_TYPE_REMOVED;
                notes.tell(rule, "the media type " + old.mediaType() + " is gone", old.node(), placeNow);
            }
        }
        for (MediaTypeSpec other : contentNow) {
            if (find(content, other).isEmpty()) {
                OperationRule rule = side == Side.RESPONSE
                        ? OperationRule.RESPONSE_MEDIA_TYPE_ADDED
                        : OperationRule.REQUEST_MEDIA_TYPE_ADDED;
                notes.tell(rule, "the media type " + other.mediaType() + " is new", place, other.node());
            }
        }
    }

    private void compareExistence(boolean wasThere, boolean isThere) {
        if (wasThere == isThere || side != Side.RESPONSE) {
            return;
        }
        OperationRule rule = isThere ? OperationRule.RESPONSE_BODY_ADDED : OperationRule.RESPONSE_BODY_REMOVED;
        notes.tell(rule, isThere ? "the response has a body now" : "the response has no body any more", before, now);
    }

    private static Optional<MediaTypeSpec> find(List<MediaTypeSpec> content, MediaTypeSpec wanted) {
        return content.stream()
                .filter(spec -> spec.mediaType().equals(wanted.mediaType()))
                .findFirst()
                .or(() -> MediaTypeSpec.covering(content, wanted.mediaType()));
    }

    private void compare(MediaTypeSpec old, MediaTypeSpec other) {
        notes.compare(described(old, old.schema()), described(other, other.schema()), side);
        notes.compare(described(old, old.itemSchema()), described(other, other.itemSchema()), side);
        compareEncodings(old, other);
    }

    private static Notes.Described described(MediaTypeSpec spec, @Nullable Schema schema) {
        return new Notes.Described(Optional.ofNullable(schema), spec.node());
    }

    private void compareEncodings(MediaTypeSpec old, MediaTypeSpec other) {
        if (side == Side.RESPONSE || other.mediaType().shape() != BodyShape.PARTS) {
            return;
        }
        Set<String> names = new LinkedHashSet<>(old.encodings().named().keySet());
        names.addAll(other.encodings().named().keySet());
        for (String name : names) {
            Encoding encoding = old.encodings().of(name);
            Encoding encodingNow = other.encodings().of(name);
            if (!Objects.equals(written(encoding), written(encodingNow))) {
                notes.tell(
                        OperationRule.REQUEST_ENCODING_CHANGED,
                        "the part '" + name + "' is written in another way",
                        encoding == null ? old.node() : encoding.node(),
                        encodingNow == null ? other.node() : encodingNow.node());
            }
        }
    }

    private static @Nullable List<JsonNode> written(@Nullable Encoding encoding) {
        return encoding == null
                ? null
                : List.of("contentType", "style", "explode", "allowReserved").stream()
                        .map(keyword -> encoding.node().value().path(keyword))
                        .toList();
    }
}
