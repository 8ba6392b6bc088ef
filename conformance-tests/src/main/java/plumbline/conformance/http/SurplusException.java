package plumbline.conformance.http;

import java.io.IOException;
import java.io.Serial;

/** More came than the answer should have. */
final class SurplusException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    SurplusException(String message) {
        super(message);
    }
}
