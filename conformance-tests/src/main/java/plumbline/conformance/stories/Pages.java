package plumbline.conformance.stories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.contract.document.Node;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Walks through the pages of a list, by a cursor, an offset, a page number or a Link header (RFC 8288).
 *
 * @param list the operation that lists
 */
record Pages(Operation list) {
    static final int MANY = 1_000;
    private static final int MOST_PAGES = 40;
    private static final List<String> LIMITS =
            List.of("limit", "per_page", "perPage", "pageSize", "page_size", "size", "count", "maxResults");
    private static final List<String> OFFSETS = List.of("offset", "skip", "start");
    private static final List<String> NUMBERS = List.of("page", "pageNumber", "page_number");
    private static final List<String> CURSORS =
            List.of("cursor", "after", "pageToken", "page_token", "starting_after", "next");
    private static final List<String> NEXT =
            List.of("next", "nextCursor", "next_cursor", "nextPageToken", "next_page_token", "cursor");
    private static final Pattern NEXT_LINK = Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?next\"?");

    /**
     * What came of it.
     *
     * @param pages the items of each page
     * @param isComplete whether there are no more
     * @param isCircular whether a page that has been seen came again as the next one
     */
    record Walk(List<List<JsonNode>> pages, boolean isComplete, boolean isCircular) {
        List<JsonNode> items() {
            return pages.stream().flatMap(List::stream).toList();
        }
    }

    /** {@return the parameter that limits how many items a page has} */
    Optional<Parameter> limit() {
        return named(LIMITS);
    }

    /** {@return whether there is a documented way from one page to the next} */
    boolean areLinked() {
        return named(OFFSETS).or(() -> named(NUMBERS)).or(() -> named(CURSORS)).isPresent();
    }

    private Optional<Parameter> named(List<String> names) {
        return list.parameters(Parameter.In.QUERY).stream()
                .filter(parameter -> names.contains(parameter.name()))
                .findFirst();
    }

    /** {@return the number of items to ask for, as near to this as the contract allows} */
    int size(int wished) {
        Optional<Node> schema = limit().flatMap(Parameter::valueSchema)
                .map(found -> found.node().resolved());
        int least = schema.map(node -> node.value().path("minimum").asInt(1)).orElse(1);
        int most =
                schema.map(node -> node.value().path("maximum").asInt(wished)).orElse(wished);
        return Math.max(least, Math.min(wished, most));
    }

    /** Walks from the first page to the last, or until that is not to be expected any more. */
    Walk walk(Conversation conversation, Request first, int wished, Expectation expected) {
        List<List<JsonNode>> pages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String query = limit().map(limit -> and(first.query(), limit, Integer.toString(size(wished))))
                .orElse(first.query());
        Optional<String> next = Optional.of(query);
        boolean isLast = false;
        while (next.isPresent() && pages.size() < MOST_PAGES) {
            if (!seen.add(next.get())) {
                return new Walk(pages, false, true);
            }
            Request request = first.withQuery(next.get());
            Optional<Response> response = conversation
                    .send("list, page " + (pages.size() + 1), list, request, expected)
                    .filter(JsonValues::hasContent);
            Optional<List<JsonNode>> items = response.flatMap(JsonValues::json).flatMap(Pages::items);
            if (items.isEmpty()) {
                return new Walk(pages, false, false);
            }
            pages.add(items.get());
            next = next(response.get(), query, pages);
            isLast = next.isEmpty() && isLast(response.get(), items.get().size(), wished);
        }
        return new Walk(pages, isLast, false);
    }

    /** Whether a page from which nothing leads on is the last one: a full one may be that, or not say how to go on. */
    private boolean isLast(Response response, int items, int wished) {
        return limit().isEmpty()
                || items < size(wished)
                || response.headers().contains("Link")
                || JsonValues.json(response)
                        .filter(body -> NEXT.stream().anyMatch(body::has))
                        .isPresent();
    }

    private static boolean saysNoNext(Response response) {
        return JsonValues.json(response)
                .filter(body -> NEXT.stream()
                        .filter(body::has)
                        .map(body::path)
                        .anyMatch(next -> next.isNull()
                                || next.isString() && next.asString().isEmpty()))
                .isPresent();
    }

    private Optional<String> next(Response response, String first, List<List<JsonNode>> pages) {
        for (String link : response.headers().all("Link")) {
            Matcher matcher = NEXT_LINK.matcher(link);
            if (matcher.find()) {
                return Optional.of(query(matcher.group(1)));
            }
        }
        boolean isEmpty = pages.get(pages.size() - 1).isEmpty();
        Optional<String> cursor = JsonValues.json(response).flatMap(Pages::cursor);
        if (cursor.isPresent()) {
            return cursor.get().contains("?")
                    ? Optional.of(query(cursor.get()))
                    : named(CURSORS)
                            .filter(name -> canBe(name, cursor.get()))
                            .map(name -> and(first, name, cursor.get()));
        }
        if (isEmpty || named(CURSORS).isPresent() || saysNoNext(response)) {
            return Optional.empty();
        }
        int items = pages.stream().mapToInt(List::size).sum();
        return named(OFFSETS)
                .map(name -> and(first, name, Integer.toString(items)))
                .or(() -> named(NUMBERS).map(name -> and(first, name, Integer.toString(pages.size() + 1))));
    }

    /** {@return whether a text may be the value of a parameter as far as that is a number} */
    static boolean canBe(Parameter parameter, String text) {
        return parameter
                .valueSchema()
                .map(SchemaShape::of)
                .filter(shape -> shape.isDeclared() && !shape.allows(JsonType.STRING))
                .map(shape -> text.matches("-?[0-9]+"))
                .orElse(true);
    }

    private static String query(String link) {
        return link.contains("?") ? link.substring(link.indexOf('?') + 1) : "";
    }

    /** A query in which a parameter has this value, and no other. */
    private static String and(String query, Parameter parameter, String value) {
        Stream<String> others = Stream.of(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(parameter.name() + "="));
        return Stream.concat(others, Stream.of(parameter.name() + "=" + PercentCoding.encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> cursor(JsonNode body) {
        return NEXT.stream()
                .map(name -> body.path(name))
                .filter(value -> value.isValueNode()
                        && !value.isNull()
                        && !value.asString("").isEmpty())
                .map(JsonNode::asString)
                .findFirst();
    }

    /** {@return the items: the body itself if it is an array, or its one array of objects} */
    static Optional<List<JsonNode>> items(JsonNode body) {
        if (body.isArray()) {
            return Optional.of(List.copyOf(body.values()));
        }
        List<JsonNode> arrays = body.isObject()
                ? body.values().stream().filter(JsonNode::isArray).toList()
                : List.of();
        return arrays.size() == 1 ? Optional.of(List.copyOf(arrays.get(0).values())) : Optional.empty();
    }
}
