package plumbline.guard.finding;

import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;

/**
 * Something wrong with a contract, or with what belongs to it.
 *
 * @param rule the rule that is broken
 * @param severity how much it matters here
 * @param place where it stands
 * @param message what is wrong, as a sentence without its full stop
 * @param hint how to mend it; may be empty
 * @param other another place that it is about, such as that in the old contract; null if there is none
 */
public record Finding(
        Rule rule,
        Severity severity,
        Place place,
        String message,
        String hint,
        @Nullable Place other) {
    /** {@return a finding that matters as much as its rule} */
    public static Finding of(Rule rule, Place place, String message, String hint) {
        return new Finding(rule, rule.severity(), place, message, hint, null);
    }

    /** {@return this finding, mattering more or less} */
    public Finding as(Severity changed) {
        return new Finding(rule, changed, place, message, hint, other);
    }

    /** {@return this finding, which is about another place, too} */
    public Finding beside(Place second) {
        return new Finding(rule, severity, place, message, hint, second);
    }

    @Override
    public String toString() {
        return place.position() + ": " + severity + " " + rule + ": " + message + (hint.isEmpty() ? "" : "; " + hint)
                + (other == null ? "" : "; see " + other);
    }
}
