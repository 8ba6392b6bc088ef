package plumbline.conformance.stories;

import java.util.Optional;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/** Strong entity tags change with what they stand for (RFC 9110, section 8.8.1); weak ones may be slower. */
final class Tags {
    private static final CheckId CHECK = CheckId.CONDITIONAL_GET;

    private Tags() {}

    /** Compares the tags of what was read before and after a change, if they tell anything. */
    static void conclude(
            Conversation conversation, Operation change, Optional<Response> before, Optional<Response> after) {
        Optional<String> tag = before.flatMap(Tags::tag);
        Optional<String> other = after.flatMap(Tags::tag);
        boolean isChanged = before.flatMap(JsonValues::json)
                .flatMap(first -> after.flatMap(JsonValues::json).map(second -> !first.equals(second)))
                .orElse(false);
        if (tag.isPresent() && other.isPresent() && isChanged) {
            conversation.conclude(CHECK, tag.equals(other) ? Optional.of(stale(change, tag.get())) : Optional.empty());
        }
    }

    private static Optional<String> tag(Response response) {
        return response.headers().first("ETag").filter(tag -> tag.startsWith("\""));
    }

    private static Finding stale(Operation change, String tag) {
        return new Promise(CHECK, change)
                .broken("what was changed has the tag that it had before", "another ETag", tag)
                .at("header 'ETag'")
                .withHint("make the ETag of what is sent, or of its version, each time that it changes");
    }
}
