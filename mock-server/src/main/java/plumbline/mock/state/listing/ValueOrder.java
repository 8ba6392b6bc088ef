package plumbline.mock.state.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import plumbline.json.jackson.databind.JsonNode;

/** Compares values as people would: numbers by size, moments by time, texts by letters. */
final class ValueOrder {
    private static final int SHORTEST_DATE = 10;

    private ValueOrder() {}

    /** {@return less than, equal to or greater than zero, as the first value is before, with or after the other one} */
    static int compare(JsonNode first, JsonNode second) {
        if (first.isNumber() && second.isNumber()) {
            return first.decimalValue().compareTo(second.decimalValue());
        }
        if (first.isBoolean() && second.isBoolean()) {
            return Boolean.compare(first.booleanValue(), second.booleanValue());
        }
        String one = first.asString("");
        String other = second.asString("");
        Optional<Instant> moment = moment(one);
        Optional<Instant> later = moment.isEmpty() ? moment : moment(other);
        return later.isPresent() ? moment.get().compareTo(later.get()) : one.compareTo(other);
    }

    /** {@return whether both can be compared} */
    static boolean areComparable(JsonNode first, JsonNode second) {
        return first.isNumber() && second.isNumber() || first.isString() && second.isString();
    }

    /** {@return the moment that a text names, if it names any} */
    static Optional<Instant> moment(String text) {
        if (text.length() < SHORTEST_DATE || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == SHORTEST_DATE
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
