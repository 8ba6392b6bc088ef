package plumbline.mock.life;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.life.bodies.ShownBody;
import plumbline.mock.state.ItemList;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.kinds.ItemView;
import plumbline.mock.state.listing.ListPage;
import plumbline.mock.state.listing.Selecting;
import plumbline.mock.state.listing.Wish;

/**
 * An answer that shows several items: those that are asked for, in the order and as many as are asked for.
 *
 * @param workshop what it works with
 * @param asked what is asked for
 * @param spec the documented response
 * @param view how it shows items
 */
record ListAnswer(Workshop workshop, Asked asked, ResponseSpec spec, ItemView view) {
    private static final int MOST = 1_000;

    Optional<Outcome> of(ItemList all) {
        ListWishes parameters = new ListWishes(asked.operation(), workshop.schemas(), workshop.shapes());
        List<Wish> wishes = parameters.of(asked.request());
        return of(selected(all, wishes, parameters), wishes, parameters)
                // Where some must be shown, and none is what was asked for, these are at least some that there are.
                .or(() -> of(all, wishes, parameters));
    }

    private List<StoredItem> selected(ItemList all, List<Wish> wishes, ListWishes parameters) {
        return Selecting.of(
                        wishes.stream()
                                .filter(wish -> !parameters.isOfPage(wish))
                                .toList(),
                        workshop.shapes().declared(asked.kind()),
                        workshop.shapes().declaredIn(Selecting.ATTRIBUTES, asked.kind()))
                .of(all);
    }

    private Optional<Outcome> of(List<StoredItem> items, List<Wish> wishes, ListWishes parameters) {
        ListPage page = parameters
                .pages(most())
                .of(items, wishes.stream().filter(parameters::isOfPage).toList());
        PageLinks links = new PageLinks(asked.request(), parameters, page, items);
        return body(page, links)
                .map(whole -> Conditions.fulfilled(
                        asked,
                        new Outcome.Shown(
                                spec, Asked.status(spec), new ShownBody(whole), headers(whole, page, links))));
    }

    private Optional<JsonNode> body(ListPage page, PageLinks links) {
        return view.forms().stream()
                .flatMap(form -> workshop.bodies().page(asked.kind(), form, page.items()).stream())
                .map(whole -> whole instanceof ObjectNode object
                                && !view.showing().pointer().isEmpty()
                        ? new ListMembers(workshop, view, page, links).on(object)
                        : whole)
                .filter(whole -> workshop.bodies().isValid(view, whole))
                .findFirst();
    }

    /** How many items the contract lets an answer show. */
    private int most() {
        return workshop.shapes()
                .at(view.body(), view.showing().pointer())
                .flatMap(list -> list.node().resolved().get("maxItems"))
                .map(node -> Math.min(MOST, node.value().asInt(MOST)))
                .orElse(MOST);
    }

    private Headers headers(JsonNode body, ListPage page, PageLinks links) {
        Headers headers = Headers.none();
        for (Parameter header : spec.headers()) {
            List<String> texts = texts(header.name().toLowerCase(Locale.ROOT), body, page, links);
            @Nullable String value = workshop.headers().valid(header, texts).orElse(null);
            if (value != null) {
                headers = headers.and(header.name(), value);
            }
        }
        return headers;
    }

    private static List<String> texts(String name, JsonNode body, ListPage page, PageLinks links) {
        return switch (name) {
            case "link" -> List.of(link(links));
            case "etag" -> tags(body);
            case "x-page", "x-current-page" -> List.of(Integer.toString(page.number(page.offset())));
            case "x-per-page", "x-page-size", "x-limit" -> List.of(Integer.toString(page.limit()));
            case "x-total-pages", "x-page-count" -> List.of(Integer.toString(page.pages()));
            case "x-offset" -> List.of(Integer.toString(page.offset()));
            case "x-next-page" ->
                page.next().isPresent()
                        ? List.of(Integer.toString(page.number(page.next().getAsInt())))
                        : List.of("");
            case "x-next-cursor", "x-cursor" ->
                links.cursor(page.next()).map(List::of).orElse(List.of(""));
            default -> name.contains("total") ? List.of(Integer.toString(page.total())) : List.of();
        };
    }

    private static List<String> tags(JsonNode body) {
        String hash = Long.toString(Integer.toUnsignedLong(
                new String(Json.write(body), java.nio.charset.StandardCharsets.UTF_8).hashCode()));
        return List.of("\"" + hash + "\"", "W/\"" + hash + "\"");
    }

    private static String link(PageLinks links) {
        StringBuilder text = new StringBuilder("<" + links.first() + ">; rel=\"first\"");
        links.previous().ifPresent(target -> text.append(", <").append(target).append(">; rel=\"prev\""));
        links.next().ifPresent(target -> text.append(", <").append(target).append(">; rel=\"next\""));
        return text.append(", <").append(links.last()).append(">; rel=\"last\"").toString();
    }
}
