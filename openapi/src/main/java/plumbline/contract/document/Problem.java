package plumbline.contract.document;

/**
 * Something wrong with a document.
 *
 * @param severity whether the document can be used all the same
 * @param topic what it is about
 * @param place where it stands
 * @param message what is wrong, as a sentence without its full stop
 * @param hint how to mend it; may be empty
 */
public record Problem(Severity severity, Topic topic, Place place, String message, String hint) {
    /** How much a problem matters. */
    public enum Severity {
        /** The document cannot be used. */
        ERROR,
        /** The document can be used, but something in it will not work as meant. */
        WARNING
    }

    public static Problem error(Place place, String message, String hint) {
        return new Problem(Severity.ERROR, Topic.STRUCTURE, place, message, hint);
    }

    public static Problem warning(Place place, String message, String hint) {
        return new Problem(Severity.WARNING, Topic.STRUCTURE, place, message, hint);
    }

    /** {@return this problem, told to be about something} */
    public Problem about(Topic other) {
        return new Problem(severity, other, place, message, hint);
    }

    /** {@return this problem as one that leaves the document usable} */
    public Problem asWarning() {
        return new Problem(Severity.WARNING, topic, place, message, hint);
    }

    @Override
    public String toString() {
        String position = place.pointer().isEmpty() ? place.position() : place.toString();
        return position + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
    }
}
