package plumbline.mock.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Parameter;
import plumbline.contract.parameters.TextValues;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.listing.ListPage;

/**
 * The ways from one page of a list to another.
 *
 * @param request what was asked for
 * @param wishes the parameters of the list
 * @param page the page
 * @param items all items, of which the page is a part
 */
record PageLinks(Request request, ListWishes wishes, ListPage page, List<StoredItem> items) {
    /** {@return the address of the next page, if there is one and the contract has a way to it} */
    Optional<String> next() {
        return to(page.next());
    }

    /** {@return the address of the page before, if there is one and the contract has a way to it} */
    Optional<String> previous() {
        return to(page.previous());
    }

    /** {@return the address of the first page} */
    String first() {
        return to(OptionalInt.of(0)).orElse(request.target());
    }

    /** {@return the address of the last page} */
    String last() {
        return to(OptionalInt.of(Math.max(0, page.pages() - 1) * page.limit())).orElse(request.target());
    }

    /** {@return what a client sends to see the page that begins after so many items} */
    Optional<String> cursor(OptionalInt before) {
        @Nullable Parameter parameter = wishes.cursor().orElse(null);
        if (before.isEmpty() || parameter == null) {
            return Optional.empty();
        }
        String plain = parameter.name().toLowerCase(java.util.Locale.ROOT);
        List<String> candidates = new ArrayList<>(List.of(Integer.toString(before.getAsInt())));
        if (before.getAsInt() > 0) {
            List<String> key = items.get(before.getAsInt() - 1).key();
            String name = key.isEmpty() ? "" : key.get(key.size() - 1);
            candidates.add(plain.matches(".*(after]?|since(_?id)?)$") ? 0 : 1, name);
        }
        return candidates.stream().filter(text -> isAllowed(parameter, text)).findFirst();
    }

    private boolean isAllowed(Parameter parameter, String text) {
        return !text.isEmpty()
                && parameter
                        .valueSchema()
                        .map(schema -> TextValues.candidates(
                                        text, wishes.shapes().of(schema))
                                .stream()
                                .anyMatch(value -> wishes.schemas().isValid(schema, Direction.REQUEST, value)))
                        .orElse(true);
    }

    private Optional<String> to(OptionalInt before) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        int count = before.getAsInt();
        return wishes.offset()
                .map(parameter -> with(parameter, Integer.toString(count)))
                .or(() -> wishes.number().map(parameter -> with(parameter, Integer.toString(page.number(count)))))
                .or(() -> count == 0
                        ? wishes.cursor().map(parameter -> with(parameter, ""))
                        : cursor(before).flatMap(text -> wishes.cursor().map(parameter -> with(parameter, text))));
    }

    private String with(Parameter parameter, String value) {
        String name = PercentCoding.encode(parameter.name());
        List<String> pairs = new ArrayList<>();
        for (String pair : request.query().split("&", -1)) {
            String own = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
            if (!pair.isEmpty() && !own.equals(name) && !own.equals(parameter.name())) {
                pairs.add(pair);
            }
        }
        if (!value.isEmpty()) {
            pairs.add(name + "=" + PercentCoding.encode(value));
        }
        return pairs.isEmpty() ? request.path() : request.path() + "?" + String.join("&", pairs);
    }
}
