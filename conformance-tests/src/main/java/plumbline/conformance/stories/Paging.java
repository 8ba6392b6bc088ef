package plumbline.conformance.stories;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Pages have no more items than were asked for, none of them twice, and come to an end.
 *
 * @param list the operation that lists
 * @param path its path
 * @param names JSON pointers to what names an item of the list; empty if that is not known, so that all of it does
 * @param expected what the answers are; success where what the path names is known to exist
 */
public record Paging(Operation list, String path, List<String> names, Expectation expected) implements Story {
    private static final CheckId CHECK = CheckId.PAGES;
    private static final int FEW = 2;

    /** {@return whether the contract says how to limit a page, and a page can be asked for with nothing but that} */
    public static boolean isPaged(Operation list) {
        Optional<Parameter> limit = new Pages(list).limit();
        return limit.isPresent()
                && list.parameters().stream()
                        .noneMatch(parameter -> parameter.required()
                                && parameter.in() != Parameter.In.PATH
                                && !parameter.equals(limit.get()));
    }

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Pages pages = new Pages(list);
        Pages.Walk walk = pages.walk(conversation, Request.of("GET", path), FEW, expected);
        if (walk.pages().isEmpty()) {
            return;
        }
        Optional<Finding> fault = fault(pages, walk);
        // Somebody else may have changed the list meanwhile: what is wrong is wrong a second time.
        conversation.conclude(
                CHECK,
                fault.isEmpty()
                        ? fault
                        : fault(pages, pages.walk(conversation, Request.of("GET", path), FEW, expected)));
    }

    private Optional<Finding> fault(Pages pages, Pages.Walk walk) {
        int size = pages.size(FEW);
        Promise promise = new Promise(CHECK, list);
        Optional<List<JsonNode>> tooLong =
                walk.pages().stream().filter(page -> page.size() > size).findFirst();
        if (tooLong.isPresent()) {
            return Optional.of(promise.broken(
                            "a page has more items than were asked for",
                            size + " items at most",
                            tooLong.get().size() + " items")
                    .at("body")
                    .withHint(
                            "obey the parameter '" + pages.limit().orElseThrow().name() + "'"));
        }
        if (walk.isCircular()) {
            return Optional.of(
                    promise.broken("the pages do not end", "a last page", "a page that has been there before")
                            .at("body")
                            .withHint("name no next page on the last one"));
        }
        return pages.areLinked() ? repeated(promise, walk) : Optional.empty();
    }

    private Optional<Finding> repeated(Promise promise, Pages.Walk walk) {
        Set<List<JsonNode>> seen = new HashSet<>();
        return walk.items().stream()
                .filter(item -> item.isObject() && (!names.isEmpty() || item.has("id")))
                .map(this::named)
                .filter(named -> named.stream().noneMatch(JsonNode::isMissingNode) && !seen.add(named))
                .findFirst()
                .map(named -> promise.broken(
                                "an item stands on two pages",
                                "each item once",
                                Promise.excerpt(named.get(named.size() - 1)) + " again")
                        .at("body")
                        .withHint("keep the items in an order that does not change between pages"));
    }

    private List<JsonNode> named(JsonNode item) {
        return names.isEmpty() ? List.of(item) : names.stream().map(item::at).toList();
    }
}
