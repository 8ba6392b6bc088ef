package plumbline.contract.json;

import java.io.Serial;

/** A text is not one JSON value; says why and where. */
public final class JsonException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    JsonException(String message, int line, int column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** {@return the line of the fault, counted from 1} */
    public int line() {
        return line;
    }

    /** {@return the column of the fault, counted from 1} */
    public int column() {
        return column;
    }
}
