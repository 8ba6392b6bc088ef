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
     * @param values the values
     */
    record Equal(String property, List<JsonNode> values) implements Filter {
        @Override
        public boolean test(JsonNode item) {
            JsonNode own = item.path(property);
            return own.isArray() ? own.valueStream().anyMatch(this::isWished) : isWished(own);
        }

        private boolean isWished(JsonNode own) {
            // A stream for each of very many items would take longer than all else.
            for (JsonNode value : values) {
                if (isSame(own, value)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isSame(JsonNode own, JsonNode value) {
            if (own.isNumber() && value.isNumber()) {
                return ValueOrder.compare(own, value) == 0;
            }
            return own.equals(value)
                    || own.isValueNode() && !own.isNull() && own.asString("").equals(value.asString(""));
        }
    }

    /**
     * Those on one side of a bound.
     *
     * @param property the property that has one
     * @param bound the bound
     * @param side the side
     */
    record Bounded(String property, JsonNode bound, Side side) implements Filter {
        @Override
        public boolean test(JsonNode item) {
            JsonNode own = item.path(property);
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
        Optional<Filter> equal = properties.named(wish.name()).map(property -> new Equal(property, wish.values()));
        Optional<Filter> either = equal.or(() -> bounded(wish, properties));
        return either.or(() -> Terms.isSearch(wish.name()) && wish.value().isString()
                ? Optional.of(new Containing(wish.text().toLowerCase(Locale.ROOT)))
                : Optional.empty());
    }

    private static Optional<Filter> bounded(Wish wish, PropertyNames properties) {
        String plain = wish.plain();
        for (Map.Entry<String, Side> word : words().entrySet()) {
            String bound = word.getKey();
            Optional<String> property = plain.equals(bound)
                    ? properties
                            .birth()
                            .filter(name -> ValueOrder.moment(wish.text()).isPresent())
                    : rest(plain, bound, properties);
            if (property.isPresent()) {
                return property.map(name -> new Bounded(name, wish.value(), word.getValue()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> rest(String plain, String bound, PropertyNames properties) {
        Optional<String> after = plain.endsWith(bound)
                ? properties.bounded(plain.substring(0, plain.length() - bound.length()))
                : Optional.empty();
        return after.isPresent() || !plain.startsWith(bound)
                ? after
                : properties.bounded(plain.substring(bound.length()));
    }

    /** The longer words first, as the shorter ones may be parts of them. */
    private static Map<String, Side> words() {
        Map<String, Side> words = new LinkedHashMap<>();
        List.of("minimum", "since", "from", "min", "gte", "startdate", "start")
                .forEach(word -> words.put(word, Side.FROM));
        List.of("maximum", "until", "lte", "max", "enddate", "end", "to").forEach(word -> words.put(word, Side.TO));
        List.of("after", "gt").forEach(word -> words.put(word, Side.ABOVE));
        List.of("before", "lt").forEach(word -> words.put(word, Side.BELOW));
        return words;
    }
}
