package plumbline.mock.state.listing;

import java.util.List;
import java.util.OptionalInt;
import plumbline.mock.state.StoredItem;

/**
 * A page of a list.
 *
 * @param items its items
 * @param total how many items the whole list has
 * @param offset how many come before
 * @param limit how many the page has at most
 * @param firstNumber the number of the first page
 */
public record ListPage(List<StoredItem> items, int total, int offset, int limit, int firstNumber) {
    public ListPage {
        items = List.copyOf(items);
    }

    /** {@return how many items come before the next page, if there is one} */
    public OptionalInt next() {
        int end = offset + items.size();
        return end < total && !items.isEmpty() ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /** {@return how many items come before the page before this one, if there is one} */
    public OptionalInt previous() {
        return offset > 0 ? OptionalInt.of(Math.max(0, offset - limit)) : OptionalInt.empty();
    }

    /** {@return how many pages there are} */
    public int pages() {
        return total / limit + (total % limit == 0 ? 0 : 1);
    }

    /** {@return the number of the page that begins after so many items} */
    public int number(int before) {
        return before / limit + firstNumber;
    }
}
