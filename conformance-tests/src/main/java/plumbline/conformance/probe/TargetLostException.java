package plumbline.conformance.probe;

import java.io.Serial;

/** The target does not answer any more as it did, so that nothing more can be said about it. */
public final class TargetLostException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String reason;

    TargetLostException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
