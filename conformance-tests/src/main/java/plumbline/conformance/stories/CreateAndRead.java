package plumbline.conformance.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Story;
import plumbline.conformance.stories.links.FollowLinks;
import plumbline.conformance.stories.texts.FullTexts;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Schema;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/** What is created can be read, and is what was sent. */
public record CreateAndRead(Lifecycle life, Spelling spelling) implements Story {
    private static final CheckId CHECK = CheckId.CREATED_IS_READ;

    /** How what is created is spelled. */
    public enum Spelling {
        /** As examples or samples are. */
        PLAIN,
        /** With texts that are as long as they may be, of letters beyond ASCII. */
        FULL;

        private JsonNode in(Lifecycle life, Schema schema, JsonNode body) {
            return this == FULL ? new FullTexts(life.schemas(), life.resource().keyNames()).in(schema, body) : body;
        }
    }

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> item =
                life.creation(1).flatMap(creation -> life.create(conversation, creation, this::spelled));
        if (item.isEmpty()) {
            return;
        }
        new CreatedLocation(life.contract(), life.resource().create())
                .conclude(conversation, item.get().request(), item.get().created());
        new FollowLinks(life.web(), life.resource().create(), item.get().request())
                .follow(conversation, item.get().created());
        Optional<Response> read = life.read(conversation, "read what was created", item.get());
        Promise promise =
                new Promise(CHECK, life.resource().create(), life.resource().place());
        Optional<JsonNode> found = JsonValues.object(read).map(life.resource()::item);
        JsonNode sent = life.resource().item(item.get().sent());
        found.ifPresent(value -> conversation.conclude(
                CHECK,
                lost(promise, item.get().request(), sent, value).or(() -> answered(promise, item.get(), value))));
    }

    private Request spelled(Request creation) {
        return BodyForm.of(life.resource().create(), creation)
                .flatMap(form -> form.schema()
                        .flatMap(schema -> form.read(creation.body())
                                .filter(JsonNode::isObject)
                                .map(body -> form.write(creation, spelling.in(life, schema, body)))))
                .orElse(creation);
    }

    /** What was sent and can be read is there, and the same. */
    private Optional<Finding> lost(Promise promise, Request creation, JsonNode sent, JsonNode read) {
        // Forms have no other way to say nothing.
        boolean isForm = BodyForm.of(life.resource().create(), creation)
                .filter(form -> form.type().isForm())
                .isPresent();
        Set<String> readable = readable();
        List<String> names = new ArrayList<>();
        for (String name : sent.propertyNames()) {
            boolean isLost = !read.has(name)
                    && readable.contains(name)
                    && !sent.path(name).isNull()
                    && !(isForm && sent.path(name).asString("-").isEmpty());
            boolean isOther = read.has(name) && !JsonValues.same(sent.path(name), read.path(name));
            if (isLost || isOther) {
                names.add(name);
            }
        }
        return promise.differing(
                "what was created is not what was sent",
                life.comparable(life.resource().create(), names, sent),
                sent,
                read);
    }

    private Optional<Finding> answered(Promise promise, Lifecycle.Created item, JsonNode read) {
        return JsonValues.json(item.created())
                .filter(JsonNode::isObject)
                .map(life.resource()::created)
                .flatMap(created -> promise.differing(
                        "what is read is not what creating it was answered with",
                        life.readable(JsonValues.differing(created, read), created),
                        created,
                        read));
    }

    private Set<String> readable() {
        return life.resource()
                .itemSchemas()
                .flatMap(schema -> JsonValues.declared(schema).stream())
                .collect(Collectors.toSet());
    }
}
