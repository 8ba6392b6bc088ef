package plumbline.contract.document;

/**
 * Something wrong with a document.
 *
 * @param severity whether the document can be used all the same
 * @param place where it stands
 * @param message what is wrong, as a sentence without its full stop
 * @param hint how to mend it; may be empty
 */
public record Problem(Severity severity, Place place, String message, String hint) {
    /** How much a problem matters. */
    public enum Severity {
        /** The document cannot be used. */
        ERROR,
        /** The document can be used, but something in it will not work as meant. */
        WARNING
    }

    public static Problem error(Place place, String message, String hint) {
        return new Problem(Severity.ERROR, place, message, hint);
    }

    public static Problem warning(Place place, String message, String hint) {
        return new Problem(Severity.WARNING, place, message, hint);
    }

    @Override
    public String toString() {
        String position = place.pointer().isEmpty() ? place.position() : place.toString();
        return position + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
    }
}
