package plumbline.mock.state.listing;

import java.util.List;
import java.util.OptionalInt;
import plumbline.mock.state.StoredItem;

/**
 * Which page of a list a client would like to see.
 *
 * @param limit how many items it has at most
 * @param firstNumber the number of the first page
 */
public record PageRequest(int limit, int firstNumber) {
    private static final int MANY = 1_000_000;

    /**
     * {@return the page}
     *
     * @param items all items
     * @param wishes what the client says
     */
    public ListPage of(List<StoredItem> items, List<Wish> wishes) {
        int size = size(wishes);
        int offset = Math.min(offset(items, wishes, size), items.size());
        int end = Math.min(items.size(), offset + size);
        return new ListPage(items.subList(offset, end), items.size(), offset, size, firstNumber);
    }

    /** {@return how many items come before the page, of a list of which none is known} */
    public int start(List<Wish> wishes) {
        return offset(List.of(), wishes, size(wishes));
    }

    /** {@return how many items the page has at most} */
    public int size(List<Wish> wishes) {
        return wishes.stream()
                .filter(wish -> Terms.isLimit(wish.name()))
                .flatMapToInt(wish -> number(wish).stream())
                .filter(wished -> wished > 0)
                .findFirst()
                .orElse(limit);
    }

    private int offset(List<StoredItem> items, List<Wish> wishes, int size) {
        for (Wish wish : wishes) {
            OptionalInt number = number(wish);
            if (Terms.isOffset(wish.name()) && number.isPresent()) {
                return Math.max(0, number.getAsInt());
            }
            if (Terms.isNumber(wish.name()) && number.isPresent()) {
                return Math.min(MANY, Math.max(0, number.getAsInt() - firstNumber)) * Math.min(size, MANY / 1_000);
            }
            if (Terms.isCursor(wish.name()) && !wish.text().isEmpty()) {
                return after(wish, items);
            }
        }
        return 0;
    }

    /** What a cursor says is the name of the last item, or else how many have been seen; what nobody knows ends the list. */
    private static int after(Wish wish, List<StoredItem> items) {
        String text = wish.text();
        boolean isName = wish.plain().endsWith("after") || "sinceid".equals(wish.plain());
        OptionalInt number = number(wish);
        if (number.isPresent() && !isName) {
            return Math.max(0, number.getAsInt());
        }
        for (int i = 0; i < items.size(); i++) {
            List<String> key = items.get(i).key();
            if (!key.isEmpty() && key.get(key.size() - 1).equals(text)) {
                return i + 1;
            }
        }
        return items.size();
    }

    private static OptionalInt number(Wish wish) {
        return wish.text().matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(wish.text())) : OptionalInt.empty();
    }
}
