package plumbline.finding;

import java.util.function.UnaryOperator;

/**
 * How a message departs from what was expected; each part may be empty.
 *
 * @param expected what was expected, short
 * @param actual what came, short
 * @param location where in the message; empty for all of it
 */
public record Evidence(String expected, String actual, String location) {
    /** No details. */
    public static final Evidence NONE = new Evidence("", "", "");

    Evidence map(UnaryOperator<String> change) {
        return new Evidence(change.apply(expected), change.apply(actual), change.apply(location));
    }
}
