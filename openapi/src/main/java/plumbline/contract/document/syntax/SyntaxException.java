package plumbline.contract.document.syntax;

import java.io.Serial;

/** A text that is no document: it is malformed, or no JSON-like tree. */
public final class SyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * Makes an exception.
     *
     * @param line from 1; 0 if no line is to blame
     * @param column from 1; 0 if no line is to blame
     */
    SyntaxException(String message, int line, int column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
