package plumbline.conformance.http;

import java.io.IOException;
import java.io.Serial;

/** A proxy did not let us through to the target. */
final class ProxyRefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    ProxyRefusedException(String message) {
        super(message);
    }
}
