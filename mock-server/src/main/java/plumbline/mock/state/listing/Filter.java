package plumbline.mock.state.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plumbline.json.jackson.databind.JsonNode;

/** Tells which items a client would like to see. */
sealed interface Filter extends Predicate<JsonNode> {
    /**
     * Those with one of these values.
     *
     * @param property the property that has it
     * @param wished the values
     * @param parts what stands between their commas, for properties that are lists
     */
    record Equal(Property property, Likeness wished, Likeness parts) implements Filter {
        @Override
        public boolean test(JsonNode item) {
            JsonNode own = property.of(item);
            return wished.covers(own) || own.isArray() && parts.covers(own);
        }
    }

    /**
     * Those that something belongs to, as in {@code category_id}, unless they only say what it is.
     *
     * @param property the property that holds it
     * @param wished what it is called by
     */
    record Belonging(Property property, Likeness wished) implements Filter {
        @Override
        public boolean test(JsonNode item) {
            JsonNode own = property.of(item);
            return own.isValueNode() && !own.isNull() || wished.covers(own);
        }
    }

    /**
     * Those on one side of a bound.
     *
     * @param property the property that has one
     * @param bound the bound
     * @param side the side
     */
    record Bounded(Property property, JsonNode bound, Side side) implements Filter {
        @Override
        public boolean test(JsonNode item) {
            JsonNode own = property.of(item);
            return ValueOrder.areComparable(own, bound) && side.isOn(ValueOrder.compare(own, bound));
        }
    }

    /**
     * Those with a text somewhere.
     *
     * @param text the text in small letters
     */
    record Containing(String text) implements Filter {
        @Override
        public boolean test(JsonNode item) {
            return item.isString()
                    ? item.stringValue().toLowerCase(Locale.ROOT).contains(text)
                    : item.valueStream().anyMatch(this);
        }
    }

    /** The side of a bound. */
    enum Side {
        FROM,
        ABOVE,
        TO,
        BELOW;

        boolean isOn(int order) {
            return switch (this) {
                case FROM -> order >= 0;
                case ABOVE -> order > 0;
                case TO -> order <= 0;
                case BELOW -> order < 0;
            };
        }
    }

    /** {@return the filter that a wish stands for, if it stands for one} */
    static Optional<Filter> of(Wish wish, PropertyNames properties) {
        if (wish.values().stream()
                .allMatch(value -> value.isNull() || value.asString("").isEmpty())) {
            return Optional.empty();
        }
        boolean isSide = wish.name().endsWith(">") || wish.name().endsWith("<");
        return properties
                .named(wish.name())
                .filter(property -> !isSide)
                .map(property -> equal(wish, property))
                .or(() -> bounded(wish, properties))
                .or(() -> properties
                        .holding(wish.plain())
                        .map(property -> new Belonging(property, new Likeness(wish.values()))))
                .or(() -> Terms.isSearch(wish.name()) && wish.value().isString()
                        ? Optional.of(new Containing(wish.text().toLowerCase(Locale.ROOT)))
                        : Optional.empty());
    }

    /** {@return whether clients say by this that they would like to see all, unless some item says just that of itself} */
    default boolean mayMeanAll() {
        return this instanceof Equal equal
                && equal.wished.values().stream()
                        .allMatch(value -> value.asString("").matches("(?i)all|any"));
    }

    private static Filter equal(Wish wish, Property property) {
        Likeness parts = new Likeness(wish.parts());
        boolean isPlural = !Wish.plain(property.name()).equals(wish.plain())
                && wish.plain().endsWith("s");
        return new Equal(property, isPlural ? parts : new Likeness(wish.values()), parts);
    }

    private static Optional<Filter> bounded(Wish wish, PropertyNames properties) {
        String plain = wish.plain();
        boolean isTime = ValueOrder.moment(wish.text()).isPresent();
        if (wish.name().endsWith(">") || wish.name().endsWith("<")) {
            Side side = wish.name().endsWith(">") ? Side.FROM : Side.TO;
            return properties.bounded(plain, isTime).map(name -> new Bounded(name, wish.value(), side));
        }
        for (Map.Entry<String, Side> word : words().entrySet()) {
            String bound = word.getKey();
            Optional<Property> property = plain.equals(bound)
                    ? properties.birth().filter(name -> isTime || wish.value().isNumber() && Terms.isTime(wish.text()))
                    : rest(plain, bound, properties, isTime);
            if (property.isPresent()) {
                return property.map(name -> new Bounded(name, wish.value(), word.getValue()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Property> rest(String plain, String bound, PropertyNames properties, boolean isTime) {
        Optional<Property> after = plain.endsWith(bound)
                ? properties.bounded(plain.substring(0, plain.length() - bound.length()), isTime)
                : Optional.empty();
        return after.isPresent() || !plain.startsWith(bound)
                ? after
                : properties.bounded(plain.substring(bound.length()), isTime);
    }

    /** The longer words first, as the shorter ones may be parts of them. */
    private static Map<String, Side> words() {
        Map<String, Side> words = new LinkedHashMap<>();
        List.of("minimum", "since", "from", "min", "gte", "startdate", "starttime", "begintime", "start")
                .forEach(word -> words.put(word, Side.FROM));
        List.of("maximum", "until", "lte", "max", "enddate", "endtime", "end", "to")
                .forEach(word -> words.put(word, Side.TO));
        List.of("after", "gt").forEach(word -> words.put(word, Side.ABOVE));
        List.of("before", "lt").forEach(word -> words.put(word, Side.BELOW));
        return words;
    }
}
