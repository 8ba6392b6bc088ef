package plumbline.mock.state.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.StoredItem;

/** Picks those of the stored items that a client would like to see, in the order that it likes. */
public final class Selecting {
    private final List<Filter> filters;
    private final List<SortOrder> orders;

    private Selecting(List<Filter> filters, List<SortOrder> orders) {
        this.filters = filters;
        this.orders = orders;
    }

    /**
     * {@return what wishes stand for}
     *
     * @param wishes what the client says, but not of pages
     * @param properties the names of the properties of items
     */
    public static Selecting of(List<Wish> wishes, Set<String> properties) {
        PropertyNames names = new PropertyNames(properties);
        List<Filter> filters = wishes.stream()
                .filter(wish -> !Terms.isSort(wish.name()) && !Terms.isDirection(wish))
                .flatMap(wish -> Filter.of(wish, names).stream())
                .toList();
        return new Selecting(filters, SortOrder.of(wishes, names));
    }

    /** {@return those that are wished, in the order that is wished; else in that in which they came} */
    public List<StoredItem> of(List<StoredItem> items) {
        if (filters.isEmpty() && orders.isEmpty()) {
            return items;
        }
        Stream<StoredItem> wished =
                items.stream().filter(item -> filters.stream().allMatch(filter -> filter.test(item.value())));
        Optional<Comparator<JsonNode>> order =
                orders.stream().map(each -> (Comparator<JsonNode>) each).reduce(Comparator::thenComparing);
        return order.isEmpty()
                ? wished.toList()
                : wished.sorted(Comparator.comparing(StoredItem::value, order.get()))
                        .toList();
    }
}
