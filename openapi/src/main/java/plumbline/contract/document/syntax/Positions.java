package plumbline.contract.document.syntax;

/** Lines and columns of all values of a document; made when the first place is asked for. */
public interface Positions {
    /**
     * Where a value starts.
     *
     * @param line the line, counted from 1; 0 if unknown
     * @param column the column, counted from 1; 0 if unknown
     */
    record Position(int line, int column) {}

    /** {@return the position of a value, or of the nearest one around it that stands in the text} */
    Position at(String pointer);

    /** {@return the number that a reference token is; -1 if it is none} */
    static int index(String token) {
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
