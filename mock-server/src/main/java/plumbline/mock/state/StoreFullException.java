package plumbline.mock.state;

import java.io.Serial;

/** A store holds as much as it may; nothing was stored. */
public final class StoreFullException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    StoreFullException(StoreLimits limits) {
        super("the mock keeps " + limits.items() + " items and " + limits.octets()
                + " octets at most; remove some, or put everything back");
    }
}
