package plumbline.conformance.stories;

import java.util.Optional;
import java.util.Set;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.conformance.Success;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/** What is deleted is gone. */
public record DeleteAndMiss(Lifecycle life, Operation delete) implements Story {
    private static final CheckId CHECK = CheckId.DELETED_IS_GONE;

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> item = life.create(conversation, 7);
        if (item.isEmpty()) {
            return;
        }
        Optional<Response> before = life.read(conversation, "read before", item.get());
        Request request = life.onItem(delete, item.get().path(), 7);
        Optional<Response> answer = conversation.send(
                "delete", delete, Lifecycle.unchanged(delete, request, before), new Expectation.Documented());
        boolean deleted = answer.filter(
                        response -> Success.isDocumented(delete, response.status()) && response.status() != 202)
                .isPresent();
        if (!deleted) {
            return;
        }
        Request read = life.onItem(life.resource().read(), item.get().path(), 0);
        conversation
                .send("read what was deleted", life.resource().read(), read, new Expectation.AtLeast(Set.of(404, 410)))
                .ifPresent(after -> conversation.conclude(CHECK, fault(after)));
        // Once more changes nothing, whatever it is answered with, but it must not make the server fail.
        conversation.send("delete again", delete, request, new Expectation.AtLeast(Set.of(404, 410, 412)));
    }

    private Optional<Finding> fault(Response after) {
        return after.status() / 100 == 4
                ? Optional.empty()
                : Optional.of(new Promise(CHECK, delete)
                        .broken("what was deleted is still there", "404 or 410", Integer.toString(after.status()))
                        .at("status")
                        .withHint("answer 404 or 410 for what has been deleted"));
    }
}
