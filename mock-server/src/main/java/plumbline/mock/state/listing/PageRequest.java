package plumbline.mock.state.listing;

import java.util.List;
import java.util.Optional;
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
        Optional<Wish> back =
                wishes.stream().filter(wish -> Terms.isBack(wish.name())).findFirst();
        if (back.isPresent()) {
            int end = place(back.get().text(), items).orElse(0);
            int offset = Math.max(0, end - size);
            return new ListPage(items.subList(offset, end), items.size(), offset, size, firstNumber);
        }
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
        boolean isSince = wish.plain().startsWith("since");
        boolean isName = wish.plain().endsWith("after") || isSince;
        OptionalInt number = number(wish);
        if (number.isPresent() && !isName) {
            return Math.max(0, number.getAsInt());
        }
        OptionalInt place = place(text, items);
        if (place.isPresent()) {
            return place.getAsInt() + 1;
        }
        return isSince && number.isPresent() ? firstAbove(number.getAsInt(), items) : items.size();
    }

    /** Whoever has seen nothing yet begins with a number that no item has. */
    private static int firstAbove(int number, List<StoredItem> items) {
        for (int i = 0; i < items.size(); i++) {
            OptionalInt own = number(name(items.get(i)));
            if (own.isPresent() && own.getAsInt() > number) {
                return i;
            }
        }
        return items.size();
    }

    private static OptionalInt place(String name, List<StoredItem> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!name.isEmpty() && name(items.get(i)).equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static String name(StoredItem item) {
        List<String> key = item.key();
        return key.isEmpty() ? "" : key.get(key.size() - 1);
    }

    private static OptionalInt number(Wish wish) {
        return number(wish.text());
    }

    private static OptionalInt number(String text) {
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
