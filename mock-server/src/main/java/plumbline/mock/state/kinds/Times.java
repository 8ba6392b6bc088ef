package plumbline.mock.state.kinds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** The properties that say when an item was made or changed. */
final class Times {
    private static final Pattern MADE =
            Pattern.compile("(?i)(date_?)?(created|inserted|registered|added)([-_]?(at|on|date|time|timestamp))?"
                    + "|creation[-_]?(date|time|timestamp)|timestamp");
    private static final Pattern CHANGED =
            Pattern.compile("(?i)(date_?|last_?)?(updated|modified|changed|edited)([-_]?(at|on|date|time|timestamp))?"
                    + "|(modification|update)[-_]?(date|time)");

    private Times() {}

    /** {@return the moment as a property of this name says it; nothing if it says none} */
    static Optional<JsonNode> made(String name, Schema property, Instant now) {
        return MADE.matcher(name).matches() || CHANGED.matcher(name).matches()
                ? written(property, now)
                : Optional.empty();
    }

    /** {@return the moment of a change as a property of this name says it; nothing if it says none} */
    static Optional<JsonNode> changed(String name, Schema property, Instant now) {
        return CHANGED.matcher(name).matches() ? written(property, now) : Optional.empty();
    }

    private static Optional<JsonNode> written(Schema property, Instant now) {
        return switch (property.node().resolved().text("format").orElse("")) {
            case "date-time" -> text(now.truncatedTo(ChronoUnit.MILLIS).toString());
            case "date" -> text(DateTimeFormatter.ISO_LOCAL_DATE.format(now.atOffset(ZoneOffset.UTC)));
            default ->
                SchemaShape.of(property).isMeantAsNumber()
                        ? Optional.of(JsonNodeFactory.instance.numberNode(now.getEpochSecond()))
                        : Optional.empty();
        };
    }

    private static Optional<JsonNode> text(String text) {
        return Optional.of(JsonNodeFactory.instance.stringNode(text));
    }
}
