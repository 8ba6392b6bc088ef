package plumbline.mock.state.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.json.jackson.databind.JsonNode;

/**
 * In which order a client would like to see items.
 *
 * @param property the property by which they are compared
 * @param isDescending whether the greatest comes first
 */
record SortOrder(Property property, boolean isDescending) implements Comparator<JsonNode> {
    @Override
    public int compare(JsonNode first, JsonNode second) {
        JsonNode one = property.of(first);
        JsonNode other = property.of(second);
        boolean isKnown = isKnown(one);
        if (!isKnown || !isKnown(other)) {
            // What has no such value comes last, whatever the direction.
            return Boolean.compare(isKnown(other), isKnown);
        }
        int order = ValueOrder.compare(one, other);
        return isDescending ? -order : order;
    }

    private static boolean isKnown(JsonNode value) {
        return value.isValueNode() && !value.isNull();
    }

    /** {@return the orders that wishes stand for, the most important one first; none if they stand for none} */
    static List<SortOrder> of(List<Wish> wishes, PropertyNames properties) {
        boolean isDescending = wishes.stream()
                .filter(Terms::isDirection)
                .anyMatch(wish -> wish.text().toLowerCase(Locale.ROOT).matches("desc.*|-1"));
        List<SortOrder> orders = new ArrayList<>();
        for (Wish wish : wishes) {
            if (Terms.isSort(wish.name()) && !Terms.isDirection(wish)) {
                for (JsonNode value : wish.values()) {
                    add(value.asString(""), isDescending, properties, orders);
                }
            }
        }
        boolean isOfTime = orders.isEmpty()
                && wishes.stream().anyMatch(Terms::isDirection)
                && wishes.stream().noneMatch(wish -> Terms.isSort(wish.name()) && !Terms.isDirection(wish));
        if (isOfTime) {
            properties.birth().map(birth -> new SortOrder(birth, isDescending)).ifPresent(orders::add);
        }
        return orders;
    }

    private static void add(String text, boolean isDescending, PropertyNames properties, List<SortOrder> orders) {
        for (String part : text.split(",", -1)) {
            String word = part.trim().toLowerCase(Locale.ROOT);
            if (!orders.isEmpty() && ("asc".equals(word) || "desc".equals(word))) {
                SortOrder last = orders.remove(orders.size() - 1);
                orders.add(new SortOrder(last.property, "desc".equals(word)));
            } else {
                of(part.trim(), isDescending, properties).ifPresent(orders::add);
            }
        }
    }

    private static Optional<SortOrder> of(String text, boolean isDescending, PropertyNames properties) {
        boolean isMinus = text.startsWith("-");
        String name = isMinus || text.startsWith("+") ? text.substring(1) : text;
        Optional<SortOrder> plain =
                properties.sorting(name).map(property -> new SortOrder(property, isDescending || isMinus));
        if (plain.isPresent()) {
            return plain;
        }
        String small = name.toLowerCase(Locale.ROOT);
        boolean isDown = small.matches(".*[ :._-]desc");
        return isDown || small.matches(".*[ :._-]asc")
                ? properties
                        .sorting(name.replaceFirst("(?i)[ :._-](asc|desc)$", ""))
                        .map(property -> new SortOrder(property, isDown))
                : Optional.empty();
    }
}
