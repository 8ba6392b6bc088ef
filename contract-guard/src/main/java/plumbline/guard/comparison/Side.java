package plumbline.guard.comparison;

/** Who sends a value. */
enum Side {
    /** Clients send it in a body. */
    REQUEST("request"),
    /** Clients send it as the text of a parameter. */
    TEXT("request"),
    /** The server sends it. */
    RESPONSE("response");

    private final String text;

    Side(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
