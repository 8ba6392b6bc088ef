package plumbline.mock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last change since what is served, if it cannot be used. Thread-safe. */
final class RefusedChange {
    private volatile @Nullable String problem;

    void tell(String other) {
        problem = other;
    }

    /** {@return what is wrong with it; nothing if all that there is is served} */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
