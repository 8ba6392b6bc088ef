package plumbline.conformance.stories;

import java.util.Optional;
import java.util.Set;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/** Strong entity tags change with what they stand for (RFC 9110, section 8.8.1); weak ones may be slower. */
final class Tags {
    private static final CheckId CHECK = CheckId.CONDITIONAL_GET;

    private Tags() {}

    /**
     * What was read before and after an operation has changed it.
     *
     * @param operation the operation
     */
    record Change(Operation operation, Optional<Response> before, Optional<Response> after) {}

    /** Compares the tags of what was read before and after a change, if they tell anything. */
    static void conclude(Conversation conversation, Change change) {
        Optional<Response> before = change.before();
        Optional<Response> after = change.after();
        Optional<String> tag = before.flatMap(Tags::tag);
        Optional<String> other = after.flatMap(Tags::tag);
        boolean isChanged = before.flatMap(JsonValues::json)
                .flatMap(first -> after.flatMap(JsonValues::json).map(second -> !first.equals(second)))
                .orElse(false);
        if (tag.isPresent() && other.isPresent() && isChanged) {
            conversation.conclude(
                    CHECK, tag.equals(other) ? Optional.of(stale(change.operation(), tag.get())) : Optional.empty());
        }
    }

    /** Sends a change once more, of what was there before it, which must be refused where that is documented. */
    static void refuse(Conversation conversation, Change change, Request request) {
        Operation operation = change.operation();
        Optional<String> tag = change.before().flatMap(Tags::tag);
        boolean isOld = change.after()
                .flatMap(Tags::tag)
                .filter(now -> !tag.equals(Optional.of(now)))
                .isPresent();
        if (tag.isPresent() && isOld && operation.response("412").isPresent()) {
            conversation
                    .send(
                            "change what has changed meanwhile",
                            operation,
                            request.withHeader("If-Match", tag.get()),
                            new Expectation.AtLeast(Set.of(412)))
                    .ifPresent(answer -> conversation.conclude(CheckId.CONDITIONAL_CHANGE, lost(operation, answer)));
        }
    }

    private static Optional<Finding> lost(Operation change, Response answer) {
        return JsonValues.hasContent(answer) || answer.status() == 204
                ? Optional.of(new Promise(CheckId.CONDITIONAL_CHANGE, change)
                        .broken(
                                "what has changed meanwhile was changed all the same",
                                "412, as documented, since the ETag in If-Match is an old one",
                                Integer.toString(answer.status()))
                        .at("status")
                        .withHint("compare If-Match with the ETag of what is there, and answer 412 where they differ"))
                : Optional.empty();
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
