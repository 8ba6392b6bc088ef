package plumbline.conformance.stories;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.finding.Finding;

/**
 * A GET on condition that something has changed is answered with 304 if it has not (RFC 9110, section 13.1). Where the
 * contract does not speak of it, 200 is as good.
 *
 * @param operation the operation
 * @param request a right request
 * @param unlike a tag that nothing has; null if none is known that may be sent
 */
public record ConditionalGet(
        Operation operation, Request request, @Nullable String unlike) implements Story {
    private static final CheckId CHECK = CheckId.CONDITIONAL_GET;
    private static final Expectation ANSWER = new Expectation.AtLeast(Set.of(304));

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Response> first = conversation
                .send("get", operation, request, new Expectation.Documented())
                .filter(response -> response.status() == 200);
        if (first.isEmpty()) {
            return;
        }
        Optional<String> tag = first.get().headers().first("ETag");
        Optional<String> date = first.get().headers().first("Last-Modified");
        if (tag.isEmpty() && date.isEmpty()) {
            conversation.conclude(CHECK, Optional.empty());
            return;
        }
        String name = tag.isPresent() ? "If-None-Match" : "If-Modified-Since";
        conversation
                .send(
                        "get if changed",
                        operation,
                        request.withHeader(name, tag.or(() -> date).get()),
                        ANSWER)
                .ifPresent(second -> conversation.conclude(CHECK, unchanged(first.get(), second)));
        if (tag.isPresent() && unlike != null) {
            conversation
                    .send("get if other", operation, request.withHeader(name, unlike), ANSWER)
                    .ifPresent(other -> conversation.conclude(CHECK, changed(other)));
        }
    }

    private Optional<Finding> unchanged(Response first, Response second) {
        if (second.status() == 304) {
            return second.body().isEmpty()
                    ? Optional.empty()
                    : Optional.of(broken("304 came with a body", "no body", "a body"));
        }
        boolean isSame = first.body().equals(second.body())
                && first.headers().first("ETag").equals(second.headers().first("ETag"));
        return second.status() == 200 && (!isSame || !isDocumented())
                ? Optional.empty()
                : Optional.of(broken(
                        "what has not changed was answered with status " + second.status(),
                        "304 without a body",
                        Integer.toString(second.status())));
    }

    private Optional<Finding> changed(Response other) {
        return other.status() == 200
                ? Optional.empty()
                : Optional.of(broken(
                        "a tag that nothing has was answered with status " + other.status(),
                        "200 with the whole answer",
                        Integer.toString(other.status())));
    }

    private boolean isDocumented() {
        return operation.response("304").isPresent()
                || operation.response("200").map(ResponseSpec::headers).stream()
                        .flatMap(java.util.List::stream)
                        .anyMatch(header -> header.isNamed("ETag") || header.isNamed("Last-Modified"));
    }

    private Finding broken(String message, String expected, String actual) {
        return new Promise(CHECK, operation)
                .broken(message, expected, actual)
                .at("status")
                .withHint("compare If-None-Match with the ETag of what would be sent, and answer 304 if they are the"
                        + " same");
    }
}
