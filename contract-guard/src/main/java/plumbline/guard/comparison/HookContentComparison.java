package plumbline.guard.comparison;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.guard.comparison.changes.HookChange;
import plumbline.guard.comparison.changes.MessageSide;

/**
 * Compares the media types of what a webhook or a callback sends, or is answered.
 *
 * @param differences what is different
 * @param side {@code RESPONSE} for what clients get, {@code REQUEST} for what they answer
 * @param before the old body or response
 * @param now the new one
 */
record HookContentComparison(OperationDifferences differences, MessageSide side, Node before, Node now) {
    void compare(List<MediaTypeSpec> content, List<MediaTypeSpec> contentNow) {
        boolean isGot = side == MessageSide.RESPONSE;
        for (MediaTypeSpec old : content) {
            Optional<MediaTypeSpec> same = ContentComparison.find(contentNow, old);
            if (same.isPresent()) {
                compare(old, same.get());
            } else {
                differences.tell(
                        isGot ? HookChange.HOOK_MEDIA_TYPE_REMOVED : HookChange.HOOK_ANSWER_MEDIA_TYPE_REMOVED,
                        "the media type " + old.mediaType() + " is gone",
                        old.node(),
                        now.get("content").orElse(now));
            }
        }
        for (MediaTypeSpec other : contentNow) {
            if (ContentComparison.find(content, other).isEmpty()) {
                differences.tell(
                        isGot ? HookChange.HOOK_MEDIA_TYPE_ADDED : HookChange.HOOK_ANSWER_MEDIA_TYPE_ADDED,
                        "the media type " + other.mediaType() + " is new",
                        before.get("content").orElse(before),
                        other.node());
            }
        }
    }

    private void compare(MediaTypeSpec old, MediaTypeSpec other) {
        differences.compare(
                ContentComparison.described(old, old.schema()),
                ContentComparison.described(other, other.schema()),
                side);
    }
}
