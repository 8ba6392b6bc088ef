package plumbline.guard.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.BodyShape;
import plumbline.contract.operation.Encoding;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Schema;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.OperationChange;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Compares the media types in which a content can be written.
 *
 * @param differences what is different
 * @param side who sends it
 * @param before the old body or response
 * @param now the new one
 */
record ContentComparison(OperationDifferences differences, MessageSide side, Node before, Node now) {
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
                OperationChange change = side == MessageSide.RESPONSE
                        ? OperationChange.RESPONSE_MEDIA_TYPE_REMOVED
                        : OperationChange.REQUEST_MEDIA_TYPE_REMOVED;
                differences.tell(change, "the media type " + old.mediaType() + " is gone", old.node(), placeNow);
            }
        }
        for (MediaTypeSpec other : contentNow) {
            if (find(content, other).isEmpty()) {
                OperationChange change = side == MessageSide.RESPONSE
                        ? OperationChange.RESPONSE_MEDIA_TYPE_ADDED
                        : OperationChange.REQUEST_MEDIA_TYPE_ADDED;
                differences.tell(change, "the media type " + other.mediaType() + " is new", place, other.node());
            }
        }
    }

    private void compareExistence(boolean wasThere, boolean isThere) {
        if (wasThere == isThere || side != MessageSide.RESPONSE) {
            return;
        }
        OperationChange change = isThere ? OperationChange.RESPONSE_BODY_ADDED : OperationChange.RESPONSE_BODY_REMOVED;
        differences.tell(
                change, isThere ? "the response has a body now" : "the response has no body any more", before, now);
    }

    /** The content of the same media type, or else the one that covers it. */
    static Optional<MediaTypeSpec> find(List<MediaTypeSpec> content, MediaTypeSpec wanted) {
        return content.stream()
                .filter(spec -> spec.mediaType().equals(wanted.mediaType()))
                .findFirst()
                .or(() -> MediaTypeSpec.covering(content, wanted.mediaType()));
    }

    private void compare(MediaTypeSpec old, MediaTypeSpec other) {
        differences.compare(described(old, old.schema()), described(other, other.schema()), side);
        differences.compare(described(old, old.itemSchema()), described(other, other.itemSchema()), side);
        if (old.mediaType().isXml() && other.mediaType().isXml()) {
            differences.compareXml(described(old, old.schema()), described(other, other.schema()), side);
        }
        compareEncodings(old, other);
    }

    static OperationDifferences.Described described(MediaTypeSpec spec, @Nullable Schema schema) {
        return new OperationDifferences.Described(Optional.ofNullable(schema), spec.node());
    }

    private void compareEncodings(MediaTypeSpec old, MediaTypeSpec other) {
        if (side == MessageSide.RESPONSE || other.mediaType().shape() != BodyShape.PARTS) {
            return;
        }
        Set<String> names = new LinkedHashSet<>(old.encodings().named().keySet());
        names.addAll(other.encodings().named().keySet());
        for (String name : names) {
            Encoding encoding = old.encodings().of(name);
            Encoding encodingNow = other.encodings().of(name);
            if (!Objects.equals(written(encoding), written(encodingNow))) {
                differences.tell(
                        OperationChange.REQUEST_ENCODING_CHANGED,
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
