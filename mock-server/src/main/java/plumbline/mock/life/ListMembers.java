package plumbline.mock.life;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.kinds.ItemView;
import plumbline.mock.state.listing.ListPage;

/**
 * Says beside the items of a page what is true of it: how many there are, and where the next ones are.
 *
 * @param workshop what it works with
 * @param view how the answer shows items
 * @param page the page
 * @param links the ways to others
 */
record ListMembers(Workshop workshop, ItemView view, ListPage page, PageLinks links) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> HOLDERS = Set.of(
            "meta",
            "metadata",
            "pagination",
            "paging",
            "page",
            "pageinfo",
            "links",
            "cursors",
            "pagemeta",
            "cursor",
            "pages");
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totalcount",
            "totalitems",
            "totalelements",
            "totalresults",
            "totalrecords",
            "totalhits",
            "recordcount",
            "itemstotal",
            "resultstotal",
            "odatacount",
            "results",
            "hits",
            "itemcount",
            "count");
    private static final Set<String> LIMITS =
            Set.of("limit", "perpage", "pagesize", "size", "itemsperpage", "pagelimit", "maxresults");
    private static final Set<String> PAGES =
            Set.of("totalpages", "pagecount", "pages", "lastpage", "numpages", "pagetotal", "pagestotal");

    /** {@return the body with what is true of the page, wherever it can be said} */
    ObjectNode on(ObjectNode body) {
        ObjectNode told = body;
        tell(told, view.body(), true);
        return told;
    }

    private void tell(ObjectNode holder, Schema schema, boolean isOutermost) {
        Set<String> names = new LinkedHashSet<>(holder.propertyNames());
        names.addAll(workshop.shapes().of(schema).propertyNames());
        List<String> path = Pointers.tokens(view.showing().pointer());
        for (String name : names) {
            Optional<Schema> property = workshop.shapes().of(schema).property(name);
            boolean isItems = isOutermost && !path.isEmpty() && path.get(0).equals(name);
            if (isItems || property.isEmpty()) {
                continue;
            }
            if (HOLDERS.contains(plain(name)) && holder.path(name).isObject()) {
                tell((ObjectNode) holder.path(name), property.get(), false);
            } else {
                set(holder, schema, name, property.get());
            }
        }
    }

    private void set(ObjectNode holder, Schema outer, String name, Schema property) {
        List<JsonNode> candidates = candidates(plain(name), holder);
        SchemaShape shape = workshop.shapes().of(property);
        boolean isOther = (shape.isArray() || shape.isObject())
                && candidates.stream().findFirst().filter(JsonNode::isNumber).isPresent();
        if (isOther) {
            return;
        }
        Optional<JsonNode> valid = candidates.stream()
                .filter(value -> !value.isObject() || shape.propertyNames().containsAll(value.propertyNames()))
                .filter(value -> workshop.schemas().isValid(property, Direction.RESPONSE, value))
                .findFirst();
        boolean isRequired = workshop.shapes().of(outer).requires(name);
        boolean isNothing = valid.isEmpty() || "".equals(valid.get().asString(" "));
        if (valid.isPresent() && (isRequired || !isNothing && (!valid.get().isNull() || holder.has(name)))) {
            holder.set(name, valid.get());
        } else if (!candidates.isEmpty() && !isRequired) {
            holder.remove(name);
        }
    }

    private List<JsonNode> candidates(String plain, ObjectNode holder) {
        if (TOTALS.contains(plain)) {
            boolean isOfPage = plain.endsWith("count")
                    && !plain.startsWith("total")
                    && holder.propertyNames().stream()
                            .map(ListMembers::plain)
                            .anyMatch(name -> name.startsWith("total") || name.endsWith("total"));
            return numbers(isOfPage ? page.items().size() : page.total());
        }
        if (LIMITS.contains(plain)) {
            return numbers(page.limit());
        }
        if (PAGES.contains(plain)) {
            return numbers(page.pages());
        }
        return switch (plain) {
            case "numberofelements", "returned", "resultcount" ->
                numbers(page.items().size());
            case "offset", "skip", "start", "startindex", "startat" -> numbers(page.offset());
            case "page", "pagenumber", "number", "currentpage", "pageindex" -> numbers(page.number(page.offset()));
            case "hasmore", "hasnext", "hasnextpage", "more" ->
                booleans(page.next().isPresent());
            case "hasprevious", "hasprev", "haspreviouspage" ->
                booleans(page.previous().isPresent());
            case "last" ->
                isLink(holder)
                        ? links(Optional.of(links.last()))
                        : booleans(page.next().isEmpty());
            case "first" -> isLink(holder) ? links(Optional.of(links.first())) : booleans(page.offset() == 0);
            case "islast", "islastpage" -> booleans(page.next().isEmpty());
            case "end" ->
                holder.has("start") ? numbers(page.offset() + page.items().size() - 1) : List.of();
            case "firstpageuri", "firstpageurl", "firstlink" -> links(Optional.of(links.first()));
            case "lastpageuri", "lastpageurl", "lastlink" -> links(Optional.of(links.last()));
            case "current", "href", "uri" ->
                isLink(holder) ? links(Optional.of(links.request().target())) : List.of();
            case "empty" -> booleans(page.items().isEmpty());
            case "self" -> links(Optional.of(links.request().target()));
            default -> ways(plain);
        };
    }

    private static boolean isLink(ObjectNode holder) {
        return holder.propertyNames().stream()
                .map(ListMembers::plain)
                .anyMatch(name -> name.matches("next(page)?(url|uri|link)?|prev.*|self"));
    }

    private List<JsonNode> ways(String plain) {
        return switch (plain) {
            case "next", "nextlink", "odatanextlink", "nexturl", "nextpageurl", "nextpageuri" ->
                way(
                        page.next(),
                        links.next(),
                        !"next".equals(plain) || links.wishes().cursor().isEmpty());
            case "nextcursor", "nextpagetoken", "nexttoken", "endcursor", "nextpage", "continuationtoken", "after" ->
                way(page.next(), links.next(), false);
            case "cursor" -> links.wishes().cursor().isPresent() ? way(page.next(), links.next(), false) : List.of();
            case "previous",
                    "prev",
                    "prevlink",
                    "previouslink",
                    "previousurl",
                    "previouspageurl",
                    "previouspageuri",
                    "previouspage",
                    "prevpage",
                    "prevcursor",
                    "previouscursor",
                    "before" ->
                way(
                        page.previous(),
                        links.previous(),
                        plain.matches(".*(link|uri|url)")
                                || links.wishes().cursor().isEmpty());
            default -> List.of();
        };
    }

    private List<JsonNode> way(OptionalInt before, Optional<String> link, boolean prefersLink) {
        if (before.isEmpty()) {
            return List.of(NODES.nullNode(), NODES.stringNode(""));
        }
        List<JsonNode> ways = new ArrayList<>();
        links.cursor(before).map(NODES::stringNode).ifPresent(ways::add);
        ways.addAll(prefersLink ? 0 : ways.size(), links(link));
        ways.add(NODES.numberNode(page.number(before.getAsInt())));
        link.map(target -> NODES.objectNode()
                        .put("offset", links.cursor(before).orElse(Integer.toString(before.getAsInt())))
                        .put("path", target)
                        .put("uri", links.request().origin() + target))
                .ifPresent(ways::add);
        return ways;
    }

    private List<JsonNode> links(Optional<String> link) {
        List<JsonNode> forms = new ArrayList<>();
        link.ifPresent(target -> {
            String origin = links.request().origin();
            forms.add(NODES.stringNode(target));
            forms.add(NODES.stringNode(origin + target));
            forms.add(NODES.objectNode().put("href", target));
            forms.add(NODES.objectNode().put("href", origin + target));
        });
        return forms;
    }

    private static List<JsonNode> numbers(int number) {
        return List.of(NODES.numberNode(number), NODES.stringNode(Integer.toString(number)));
    }

    private static List<JsonNode> booleans(boolean value) {
        return List.of(NODES.booleanNode(value));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(java.util.Locale.ROOT);
    }
}
