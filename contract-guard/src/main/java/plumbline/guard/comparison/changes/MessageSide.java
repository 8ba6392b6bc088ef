package plumbline.guard.comparison.changes;

/** Who sends a value. */
public enum MessageSide {
    /** Clients send it in a body. */
    REQUEST("request"),
    /** Clients send it as the text of a parameter. */
    TEXT("request"),
    /** The server sends it. */
    RESPONSE("response");

    private final String text;

    MessageSide(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
