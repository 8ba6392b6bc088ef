package plumbline.contract.body.reading;

import plumbline.contract.document.Node;

/**
 * Why a body, or a part of it, cannot be read as its media type is documented.
 *
 * @param rule what is broken: the kind of the body, such as {@code json} or {@code xml}, if it cannot be read at all,
 *     else {@code duplicate}, {@code style}, {@code contentType} or {@code xmlName}
 * @param pointer where in the value that the body stands for
 * @param message what is wrong, as a sentence without its full stop
 * @param expected what is expected, short
 * @param actual what came, short
 * @param node what in the contract says so
 */
public record BodyFault(String rule, String pointer, String message, String expected, String actual, Node node) {
    private static final int LONGEST_EXCERPT = 120;

    /** {@return the same fault in a part of a larger body} */
    public BodyFault below(String outer) {
        return new BodyFault(rule, outer + pointer, message, expected, actual, node);
    }

    public static String excerpt(String text) {
        String quoted = "\"" + text + "\"";
        return quoted.length() <= LONGEST_EXCERPT ? quoted : quoted.substring(0, LONGEST_EXCERPT - 3) + "...";
    }
}
