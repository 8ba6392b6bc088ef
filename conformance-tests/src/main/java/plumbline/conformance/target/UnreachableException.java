package plumbline.conformance.target;

import java.io.Serial;

/** The target cannot be reached at all, or not as it was said, so nothing can be said about it. */
public final class UnreachableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public UnreachableException(String message) {
        super(message);
    }
}
