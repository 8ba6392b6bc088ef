package plumbline.guard.anatomy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;

/**
 * When something that is deprecated will be gone, as {@code x-sunset} says.
 *
 * @param day the day
 * @param node where it is said
 */
public record Sunset(LocalDate day, Node node) {
    /** Where it is said. */
    public static final String FIELD = "x-sunset";

    /** Dates and times by ISO 8601, and those of the header {@code Sunset} (RFC 8594, section 3). */
    private static final List<DateTimeFormatter> FORMS =
            List.of(DateTimeFormatter.ISO_DATE, DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME);

    /** {@return what a description says, if it is a date or a time} */
    public static Optional<Sunset> of(Node described) {
        return described
                .get(FIELD)
                .flatMap(node -> FORMS.stream()
                        .flatMap(form -> day(form, node.value().asString("")).stream())
                        .map(day -> new Sunset(day, node))
                        .findFirst());
    }

    private static Optional<LocalDate> day(DateTimeFormatter form, String text) {
        try {
            return Optional.of(form.parse(text, LocalDate::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean isToCome() {
        return day.isAfter(LocalDate.now(ZoneOffset.UTC));
    }
}
