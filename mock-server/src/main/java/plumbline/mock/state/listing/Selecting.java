package plumbline.mock.state.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.ItemList;
import plumbline.mock.state.StoredItem;

/** Picks those of the stored items that a client would like to see, in the order that it likes. */
public final class Selecting {
    /** The member of items that holds most of what is known of them in some APIs (JSON:API 1.1, section 5.2). */
    public static final String ATTRIBUTES = "attributes";

    private final Picker picker;

    private Selecting(Picker picker) {
        this.picker = picker;
    }

    /** What is picked alike by whom is equal. */
    private record Picker(List<Filter> filters, List<SortOrder> orders) {
        boolean isAny() {
            return filters.isEmpty() && orders.isEmpty();
        }

        List<StoredItem> pick(List<StoredItem> items) {
            List<Filter> telling = filters.stream()
                    .filter(filter -> !filter.mayMeanAll()
                            || items.stream().map(StoredItem::value).anyMatch(filter))
                    .toList();
            Stream<StoredItem> wished = items.stream().filter(item -> isWished(item, telling));
            Optional<Comparator<JsonNode>> order =
                    orders.stream().map(each -> (Comparator<JsonNode>) each).reduce(Comparator::thenComparing);
            return order.isEmpty()
                    ? wished.toList()
                    : wished.sorted(Comparator.comparing(StoredItem::value, order.get()))
                            .toList();
        }

        private static boolean isWished(StoredItem item, List<Filter> filters) {
            for (Filter filter : filters) {
                if (!filter.test(item.value())) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * {@return what wishes stand for}
     *
     * @param wishes what the client says, but not of pages
     * @param properties the names of the properties of items
     * @param attributes the names of the properties in their member {@value #ATTRIBUTES}
     */
    public static Selecting of(List<Wish> wishes, Set<String> properties, Set<String> attributes) {
        PropertyNames names = new PropertyNames(properties, attributes);
        List<Filter> filters = wishes.stream()
                .filter(wish -> !Terms.isSort(wish.name()) && !Terms.isDirection(wish))
                .flatMap(wish -> Filter.of(wish, names).stream())
                .toList();
        return new Selecting(new Picker(filters, SortOrder.of(wishes, names)));
    }

    /** {@return those that are wished, in the order that is wished; else in that in which they came} */
    public List<StoredItem> of(ItemList items) {
        return picker.isAny() ? items : items.picked(picker, picker::pick);
    }
}
