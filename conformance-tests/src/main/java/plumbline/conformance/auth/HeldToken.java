package plumbline.conformance.auth;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.text.UnusableInputException;

/** The credentials for a scheme, renewed when that is due. Thread-safe. */
final class HeldToken {
    private final TokenSource source;
    private final Clock clock;
    private @Nullable Token current;
    private boolean isProven;

    HeldToken(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** {@return the credentials to show now} */
    synchronized String value() {
        Token held = current;
        if (held == null) {
            return renewed().value();
        }
        return held.isToBeRenewed(clock.instant()) ? renewedIfPossible(held).value() : held.value();
    }

    /** Takes note that these were accepted. */
    synchronized void accepted(String value) {
        isProven = isProven || current != null && current.value().equals(value);
    }

    /** {@return others in place of these, which were taken before and are refused now; nothing if there are none} */
    synchronized Optional<String> after(String refused) {
        Token held = current;
        if (held != null && !held.value().equals(refused)) {
            return Optional.of(held.value());
        }
        if (held == null || !isProven) {
            return Optional.empty();
        }
        String next = renewedIfPossible(held).value();
        return next.equals(refused) ? Optional.empty() : Optional.of(next);
    }

    private Token renewedIfPossible(Token held) {
        try {
            return renewed();
        } catch (UnusableInputException e) {
            // The target will say whether these still do.
            return held;
        }
    }

    private Token renewed() {
        Token fetched = source.fetch();
        isProven = isProven && current != null && current.equals(fetched);
        current = fetched;
        return fetched;
    }
}
