package plumbline.contract.document;

import java.io.IOException;
import java.io.Serial;
import java.net.URI;

/** A server named another address, to which it must not lead. */
final class RedirectRefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    RedirectRefusedException(URI target) {
        super("is redirected to another address, " + target);
    }
}
