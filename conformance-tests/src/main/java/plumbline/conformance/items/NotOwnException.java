package plumbline.conformance.items;

/** A request cannot be sent, since it may change what the run has not created. */
public final class NotOwnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotOwnException(String message) {
        super(message);
    }

    /** {@return why not, for the reader of a report} */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
