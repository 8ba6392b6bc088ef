package plumbline.contract.operation;

/** Which way a message goes; decides whether {@code readOnly} or {@code writeOnly} properties belong in it. */
public enum Direction {
    REQUEST("readOnly"),
    RESPONSE("writeOnly");

    private final String hiddenBy;

    Direction(String hiddenBy) {
        this.hiddenBy = hiddenBy;
    }

    /** {@return the keyword that marks properties which are not part of messages in this direction} */
    public String hiddenBy() {
        return hiddenBy;
    }
}
