package plumbline.conformance;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;
import plumbline.contract.validation.Violation;

/**
 * Something wrong with an answer.
 *
 * @param check the check that found it
 * @param message what is wrong, as a sentence without its full stop
 * @param expected what was expected, short
 * @param actual what came, short
 * @param location where in the response; empty for all of it
 * @param contractPlace where in the contract that is said; null if HTTP itself says it
 * @param hint how to mend it
 */
public record Finding(
        String check,
        String message,
        String expected,
        String actual,
        String location,
        @Nullable Place contractPlace,
        String hint) {
    /** {@return the same, whatever came} */
    public Finding withoutActual() {
        return new Finding(check, message, expected, "", location, contractPlace, hint);
    }

    /** {@return a finding without details} */
    public static Finding of(String check, String message) {
        return new Finding(check, message, "", "", "", null, "");
    }

    /** {@return the finding that a violation is} */
    public static Finding of(String check, Violation violation) {
        return new Finding(
                check,
                violation.location() + " " + violation.message(),
                violation.expected(),
                violation.actual(),
                violation.location().toString(),
                violation.contractPlace(),
                "");
    }

    public Finding comparing(String whatWasExpected, String whatCame) {
        return new Finding(check, message, whatWasExpected, whatCame, location, contractPlace, hint);
    }

    /** {@return this finding with its place in the response} */
    public Finding at(String place) {
        return new Finding(check, message, expected, actual, place, contractPlace, hint);
    }

    /** {@return this finding with its place in the contract} */
    public Finding documentedAt(Place place) {
        return new Finding(check, message, expected, actual, location, place, hint);
    }

    public Finding withHint(String howToMend) {
        return new Finding(check, message, expected, actual, location, contractPlace, howToMend);
    }

    /** {@return where in the contract that is said} */
    public Optional<Place> documented() {
        return Optional.ofNullable(contractPlace);
    }

    /** {@return this finding with every text of it that may come from the target changed} */
    Finding map(UnaryOperator<String> change) {
        return new Finding(
                check,
                change.apply(message),
                change.apply(expected),
                change.apply(actual),
                change.apply(location),
                contractPlace,
                hint);
    }
}
