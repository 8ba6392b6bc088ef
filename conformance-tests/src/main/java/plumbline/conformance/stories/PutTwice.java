package plumbline.conformance.stories;

import java.util.Optional;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.conformance.Success;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/** What is put there is there, and putting it twice is the same as once (RFC 9110, section 9.2.2). */
public record PutTwice(Lifecycle life, Operation put) implements Story {
    private static final CheckId CHECK = CheckId.PUT_TAKES_EFFECT;

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> item = life.create(conversation, 3);
        if (item.isEmpty()) {
            return;
        }
        Request request = conversation.prepared(put, life.onItem(put, item.get().path(), 4));
        Optional<JsonNode> sent = Lifecycle.sent(put, request).map(life.resource()::item);
        Optional<JsonNode> once = put(conversation, "put", item.get(), request);
        Optional<JsonNode> twice = once.isEmpty() ? once : put(conversation, "put again", item.get(), request);
        if (sent.isPresent() && twice.isPresent()) {
            conversation.conclude(
                    CHECK,
                    fault("what was put is not there", sent.get(), once.get())
                            .or(() -> fault("putting the same again changed it", sent.get(), twice.get())));
        }
    }

    private Optional<JsonNode> put(Conversation conversation, String step, Lifecycle.Created item, Request request) {
        Optional<Response> before = life.read(conversation, "read before " + step, item);
        Optional<Response> answer =
                conversation.send(step, put, Lifecycle.unchanged(put, request, before), new Expectation.Documented());
        if (answer.filter(given -> Success.isDocumented(put, given.status())).isEmpty()) {
            return Optional.empty();
        }
        Optional<Response> after = life.read(conversation, "read after " + step, item);
        Tags.Change change = new Tags.Change(put, before, after);
        Tags.conclude(conversation, change);
        Tags.refuse(conversation, change, request);
        Optional<JsonNode> found = JsonValues.object(after).map(life.resource()::item);
        answered(JsonValues.object(answer).map(life.resource()::item), found)
                .ifPresent(fault -> conversation.conclude(CHECK, Optional.of(fault)));
        return found;
    }

    /** What an answer shows by the schema of the item is the item. */
    private Optional<Finding> answered(Optional<JsonNode> answer, Optional<JsonNode> read) {
        boolean isItem = put.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .flatMap(response -> response.content().stream())
                .flatMap(type -> Optional.ofNullable(type.schema()).stream())
                .allMatch(schema -> life.resource()
                        .readSchemas()
                        .anyMatch(item ->
                                item.node().resolved().equals(schema.node().resolved())));
        return answer.filter(shown -> isItem && read.isPresent())
                .flatMap(shown -> new Promise(CHECK, put, life.resource().place())
                        .differing(
                                "what is read is not what putting it was answered with",
                                JsonValues.differing(shown, read.get()),
                                shown,
                                read.get()));
    }

    private Optional<Finding> fault(String message, JsonNode sent, JsonNode read) {
        return new Promise(CHECK, put, life.resource().place())
                .differing(message, life.comparable(put, JsonValues.differing(sent, read), sent), sent, read);
    }
}
