package plumbline.conformance;

import java.util.function.UnaryOperator;

/**
 * Something that a run does not check.
 *
 * @param operation the operation
 * @param phase the phase
 * @param what what is left out
 * @param reason why, and what the user can do about it
 */
public record Omission(String operation, Phase phase, String what, String reason) {
    /** What is left out where nobody knows of anything that a right request could be about. */
    public static final String SUCCESS = "a successful answer";

    /** {@return the same, whose reason is told in other words} */
    public Omission told(UnaryOperator<String> words) {
        return new Omission(operation, phase, what, words.apply(reason));
    }
}
