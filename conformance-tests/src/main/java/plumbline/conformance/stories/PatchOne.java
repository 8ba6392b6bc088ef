package plumbline.conformance.stories;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.conformance.Success;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/** PATCH changes what it names, and nothing else (RFC 7396), except what only the server sets. */
public record PatchOne(Lifecycle life, Operation patch) implements Story {
    private static final CheckId CHECK = CheckId.PATCH_CHANGES_ONLY_WHAT_IT_SAYS;
    private static final int SEEDS = 12;

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> item = life.create(conversation, 5);
        if (item.isEmpty()) {
            return;
        }
        Optional<Response> read = life.read(conversation, "read before", item.get());
        Optional<JsonNode> before = JsonValues.object(read).map(life.resource()::item);
        Optional<Request> change = before.flatMap(value -> change(item.get(), value));
        if (change.isEmpty()) {
            return;
        }
        Request request = Lifecycle.unchanged(patch, change.get(), read);
        Optional<Response> answer = conversation.send("patch", patch, request, new Expectation.Documented());
        if (answer.filter(given -> Success.isDocumented(patch, given.status())).isPresent()) {
            JsonNode named = life.resource().item(Lifecycle.sent(patch, request).orElseThrow());
            Optional<Response> reread = life.read(conversation, "read after", item.get());
            Tags.Change made = new Tags.Change(patch, read, reread);
            Tags.conclude(conversation, made);
            Tags.refuse(conversation, made, request);
            JsonValues.object(reread)
                    .map(life.resource()::item)
                    .ifPresent(after -> conversation.conclude(CHECK, fault(named, before.get(), after)));
        }
    }

    /** A valid request that changes something which can be read. */
    private Optional<Request> change(Lifecycle.Created item, JsonNode before) {
        for (long seed = 6; seed < 6 + SEEDS; seed++) {
            Request request = life.onItem(patch, item.path(), seed);
            Optional<JsonNode> named = Lifecycle.sent(patch, request).map(life.resource()::item);
            if (named.filter(value -> !life.comparable(patch, JsonValues.differing(value, before), value)
                            .isEmpty())
                    .isPresent()) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> fault(JsonNode named, JsonNode before, JsonNode after) {
        Promise promise = new Promise(CHECK, patch, life.resource().place());
        List<String> ignored = life.comparable(patch, JsonValues.differing(named, after), named);
        if (!ignored.isEmpty()) {
            return promise.differing("what was to be changed is not", ignored, named, after);
        }
        Set<String> set = life.resource()
                .itemSchemas()
                .flatMap(schema -> JsonValues.marked(schema, "readOnly").stream())
                .collect(Collectors.toSet());
        List<String> touched = JsonValues.differing(before, after).stream()
                .filter(name -> !named.has(name) && !set.contains(name) && !JsonValues.isTime(after.path(name)))
                .toList();
        return promise.differing("what was not named is changed, too", touched, before, after);
    }
}
