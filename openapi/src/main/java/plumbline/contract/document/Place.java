package plumbline.contract.document;

/**
 * Where a value stands in a document.
 *
 * @param file the document's name as the user knows it
 * @param line the line, counted from 1; 0 if unknown
 * @param column the column, counted from 1; 0 if unknown
 * @param pointer the JSON pointer (RFC 6901), empty for the whole document
 */
public record Place(String file, int line, int column, String pointer) {
    /** No place at all. */
    public static final Place NOWHERE = new Place("", 0, 0, "");

    /** {@return the place as {@code file:line:column}} */
    public String position() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    @Override
    public String toString() {
        return position() + " (#" + pointer + ")";
    }
}
