package plumbline.guard.comparison;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import plumbline.contract.document.Node;

/**
 * When something that is deprecated will be gone, as {@code x-sunset} says.
 *
 * @param day the day
 * @param node where it is said
 */
record Sunset(LocalDate day, Node node) {
    /** {@return what a description says, if it is an ISO 8601 date or time} */
    static Optional<Sunset> of(Node described) {
        return described.get("x-sunset").flatMap(Sunset::read);
    }

    private static Optional<Sunset> read(Node node) {
        String text = node.value().asString("");
        try {
            return Optional.of(new Sunset(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text), node));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean isToCome() {
        return day.isAfter(LocalDate.now(ZoneOffset.UTC));
    }
}
