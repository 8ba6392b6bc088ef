package plumbline.contract.validation;

import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;

/**
 * One departure of a message from the contract.
 *
 * @param rule the schema keyword that is broken, or {@code status}, {@code mediaType}, {@code json}, {@code header},
 *     {@code body}, {@code style} or {@code security}
 * @param location where in the message
 * @param message what is wrong, as a sentence without its full stop
 * @param expected what the contract asks for, short
 * @param actual what came, short
 * @param contractPlace where in the contract that is said; null if it follows from the standard alone
 */
public record Violation(
        String rule,
        Location location,
        String message,
        String expected,
        String actual,
        @Nullable Place contractPlace) {
    @Override
    public String toString() {
        return location + " " + message + (contractPlace == null ? "" : " [" + contractPlace + "]");
    }
}
