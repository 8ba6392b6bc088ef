package plumbline.finding;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.Place;
import plumbline.contract.validation.Violation;

/**
 * Something wrong with a message, with a contract, or with what belongs to a contract.
 *
 * @param rule the rule that is broken, or the check that found it
 * @param severity how much it matters here
 * @param message what is wrong, as a sentence without its full stop
 * @param evidence how a message departs from what was expected
 * @param place where it stands in the contract, or where the contract says what is expected; {@link Place#NOWHERE} if
 *     HTTP itself says it
 * @param other another place that it is about, such as that in an older contract; null if there is none
 * @param hint how to mend it; may be empty
 * @param remedy what whoever has the contract read can do about it; null if nothing, or if only its author can
 */
public record Finding(
        Rule rule,
        Severity severity,
        String message,
        Evidence evidence,
        Place place,
        @Nullable Place other,
        String hint,
        @Nullable CallerRemedy remedy) {
    /** {@return a finding without details} */
    public static Finding of(Rule rule, String message) {
        return new Finding(rule, rule.severity(), message, Evidence.NONE, Place.NOWHERE, null, "", null);
    }

    /** {@return a finding of the check of this id, without details} */
    public static Finding of(String check, String message) {
        return of(Rule.named(check), message);
    }

    /** {@return the finding that a violation is} */
    public static Finding of(String check, Violation violation) {
        return of(check, violation.location() + " " + violation.message())
                .comparing(violation.expected(), violation.actual())
                .at(violation.location().toString())
                .documentedAt(Objects.requireNonNullElse(violation.contractPlace(), Place.NOWHERE));
    }

    /** {@return a finding of a document} */
    public static Finding of(Rule rule, Place place, String message, String hint) {
        return of(rule, message).documentedAt(place).withHint(hint);
    }

    /** {@return this finding, mattering more or less} */
    public Finding as(Severity changed) {
        return new Finding(rule, changed, message, evidence, place, other, hint, remedy);
    }

    /** {@return this finding, which is about another place, too} */
    public Finding beside(Place second) {
        return new Finding(rule, severity, message, evidence, place, second, hint, remedy);
    }

    /** {@return this finding with what was expected and what came} */
    public Finding comparing(String expected, String actual) {
        return with(new Evidence(expected, actual, evidence.location()));
    }

    /** {@return this finding with its place in the message} */
    public Finding at(String location) {
        return with(new Evidence(evidence.expected(), evidence.actual(), location));
    }

    /** {@return this finding with its place in the contract} */
    public Finding documentedAt(Place documented) {
        return new Finding(rule, severity, message, evidence, documented, other, hint, remedy);
    }

    /** {@return this finding with how to mend it} */
    public Finding withHint(String howToMend) {
        return new Finding(rule, severity, message, evidence, place, other, howToMend, remedy);
    }

    /** {@return this finding, which ends in a hint at a remedy} */
    public Finding remediedBy(@Nullable CallerRemedy means) {
        return new Finding(rule, severity, message, evidence, place, other, hint, means);
    }

    /**
     * {@return this finding, where its text goes on with the means to its remedy, if it has one}
     *
     * @param means such as " with --allow-remote-refs"
     */
    public Finding advised(Function<CallerRemedy, String> means) {
        if (remedy == null) {
            return this;
        }
        String more = means.apply(remedy);
        return hint.isEmpty() ? withMessage(message + more) : withHint(hint + more);
    }

    /** {@return this finding, told in other words} */
    public Finding withMessage(String changed) {
        return new Finding(rule, severity, changed, evidence, place, other, hint, remedy);
    }

    /** {@return this finding, whatever came} */
    public Finding withoutActual() {
        return comparing(evidence.expected(), "");
    }

    /** {@return this finding with every text of it that may come from a server changed, as to hide secrets} */
    public Finding map(UnaryOperator<String> change) {
        return new Finding(rule, severity, change.apply(message), evidence.map(change), place, other, hint, remedy);
    }

    private Finding with(Evidence changed) {
        return new Finding(rule, severity, message, changed, place, other, hint, remedy);
    }

    /** {@return the id of the check or the rule, by which it is reported and ignored} */
    public String check() {
        return rule.id();
    }

    /** {@return what was expected, short; may be empty} */
    public String expected() {
        return evidence.expected();
    }

    /** {@return what came, short; may be empty} */
    public String actual() {
        return evidence.actual();
    }

    /** {@return where in the message; empty for all of it} */
    public String location() {
        return evidence.location();
    }

    /** {@return where the contract says it, if it does} */
    public Optional<Place> documented() {
        return Optional.of(place).filter(known -> !known.equals(Place.NOWHERE));
    }

    @Override
    public String toString() {
        return place.position() + ": " + severity + " " + rule + ": " + message + (hint.isEmpty() ? "" : "; " + hint)
                + (other == null ? "" : "; see " + other);
    }
}
