package plumbline.mock;

import java.io.Serial;

/** A mock cannot start; the message says why in words for the user. */
public final class MockServerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    MockServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
