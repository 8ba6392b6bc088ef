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
import plumbline.contract.http.Response;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/** What is created can be read, and is what was sent. */
public record CreateAndRead(Lifecycle life) implements Story {
    private static final CheckId CHECK = CheckId.CREATED_IS_READ;

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> item = life.create(conversation, 1);
        if (item.isEmpty()) {
            return;
        }
        new CreatedLocation(life.contract(), life.resource().create())
                .conclude(conversation, item.get().request(), item.get().created());
        new FollowLinks(life.web(), life.resource().create(), item.get().request())
                .follow(conversation, item.get().created());
        Optional<Response> read = life.read(conversation, "read what was created", item.get());
        Promise promise = new Promise(CHECK, life.resource().create());
        Optional<JsonNode> found = JsonValues.object(read);
        found.ifPresent(value -> conversation.conclude(
                CHECK, lost(promise, item.get().sent(), value).or(() -> answered(promise, item.get(), value))));
    }

    /** What was sent and can be read is there, and the same. */
    private Optional<Finding> lost(Promise promise, JsonNode sent, JsonNode read) {
        Set<String> readable = readable();
        List<String> names = new ArrayList<>();
        for (String name : sent.propertyNames()) {
            boolean isLost = !read.has(name)
                    && readable.contains(name)
                    && !sent.path(name).isNull();
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
                .flatMap(created -> promise.differing(
                        "what is read is not what creating it was answered with",
                        life.readable(JsonValues.differing(created, read), created),
                        created,
                        read));
    }

    private Set<String> readable() {
        return life.resource()
                .readSchemas()
                .flatMap(schema -> JsonValues.declared(schema).stream())
                .collect(Collectors.toSet());
    }
}
