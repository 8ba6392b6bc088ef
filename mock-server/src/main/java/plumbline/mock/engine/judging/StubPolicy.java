package plumbline.mock.engine.judging;

import java.util.Arrays;
import java.util.Locale;
import plumbline.text.UnusableInputException;

/** What becomes of a user's stub whose answer breaks the contract. */
public enum StubPolicy {
    /** It is used, and told of. */
    WARN,
    /** It is not used. */
    REFUSE,
    /** Nobody looks. */
    OFF;

    /**
     * {@return the choice of this name}
     *
     * @throws UnusableInputException if there is none
     */
    public static StubPolicy parse(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new UnusableInputException("'" + text + "' is none of 'warn', 'refuse' and 'off'"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
