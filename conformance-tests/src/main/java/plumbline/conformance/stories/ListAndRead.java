package plumbline.conformance.stories;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.resources.Showing;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What a list says of an item, the item itself says, too.
 *
 * @param list the operation that lists
 * @param item the operation that reads one item
 * @param request a right request for the list
 * @param expected its answer; success where what it names is known to exist
 * @param shown how the list shows items, and what names them
 * @param place where the answer to reading shows the item; empty if nothing stands around it
 */
public record ListAndRead(
        Operation list, Operation item, Request request, Expectation expected, Showing shown, String place)
        implements Story {
    private static final CheckId CHECK = CheckId.LIST_AGREES_WITH_ITEM;
    private static final int MANY = 20;

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        for (Showing.Shown listed : items(conversation)) {
            Optional<Finding> fault = compare(conversation, listed);
            if (fault.isPresent() && isLasting(conversation, listed)) {
                conversation.conclude(CHECK, fault);
                return;
            }
        }
    }

    private List<Showing.Shown> items(Conversation conversation) {
        return conversation
                .send("list", list, request, expected)
                .filter(JsonValues::hasContent)
                .flatMap(JsonValues::json)
                .map(body -> shown.items(body).stream()
                        .filter(listed -> canBeAsked(id(listed)))
                        .limit(MANY)
                        .toList())
                .orElse(List.of());
    }

    private String id(Showing.Shown listed) {
        List<String> names = item.template().names();
        JsonNode id = listed.keys().get(names.get(names.size() - 1));
        return id == null ? "" : id.asString("");
    }

    private boolean canBeAsked(String id) {
        List<String> names = item.template().names();
        return !id.isEmpty()
                && item.parameters(Parameter.In.PATH).stream()
                        .filter(parameter -> parameter.isNamed(names.get(names.size() - 1)))
                        .allMatch(parameter -> Pages.canBe(parameter, id));
    }

    private Optional<Finding> compare(Conversation conversation, Showing.Shown listed) {
        String path = CreatableKind.itemPath(list, request.path(), item, id(listed));
        Optional<Response> read =
                conversation.send("read what is listed", item, Request.of("GET", path), new Expectation.Documented());
        if (read.filter(response -> response.status() == 404).isPresent()) {
            return Optional.of(new Promise(CHECK, item)
                    .broken("what is listed is not found", "the item", "404")
                    .at("status")
                    .withHint("list only what can be read, or let it be read"));
        }
        Optional<JsonNode> found = JsonValues.object(read).map(body -> CreatableKind.at(place, body));
        Optional<Finding> fault = found.flatMap(value -> new Promise(CHECK, item, place)
                .differing(
                        "the item says otherwise than the list",
                        JsonValues.differing(listed.value(), value),
                        listed.value(),
                        value));
        if (found.isPresent() && fault.isEmpty()) {
            conversation.conclude(CHECK, Optional.empty());
        }
        return fault;
    }

    /** What changes by itself, between one look and the next, says nothing. */
    private boolean isLasting(Conversation conversation, Showing.Shown listed) {
        return items(conversation).stream().anyMatch(listed::equals)
                && compare(conversation, listed).isPresent();
    }
}
