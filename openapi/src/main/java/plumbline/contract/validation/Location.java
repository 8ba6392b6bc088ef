package plumbline.contract.validation;

import java.util.Locale;

/**
 * A place in a message.
 *
 * @param part the part of the message
 * @param name the name of a parameter or header; empty elsewhere
 * @param pointer the JSON pointer of a value within the part; empty for all of it
 */
public record Location(Part part, String name, String pointer) {
    /** The parts of a message. */
    public enum Part {
        METHOD,
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        BODY,
        STATUS,
        SECURITY
    }

    /** {@return the body as a whole} */
    public static Location body() {
        return new Location(Part.BODY, "", "");
    }

    /** {@return a header} */
    public static Location header(String name) {
        return new Location(Part.HEADER, name, "");
    }

    /** {@return the status} */
    public static Location status() {
        return new Location(Part.STATUS, "", "");
    }

    /** {@return a place below this one} */
    Location at(String innerPointer) {
        return innerPointer.isEmpty() ? this : new Location(part, name, pointer + innerPointer);
    }

    @Override
    public String toString() {
        String where = pointer.isEmpty() ? "" : " at " + pointer;
        return switch (part) {
            case PATH, QUERY -> part.name().toLowerCase(Locale.ROOT) + " parameter '" + name + "'" + where;
            case HEADER, COOKIE -> part.name().toLowerCase(Locale.ROOT) + " '" + name + "'" + where;
            case SECURITY -> name.isEmpty() ? "credentials" : "credentials '" + name + "'";
            default -> part.name().toLowerCase(Locale.ROOT) + where;
        };
    }
}
