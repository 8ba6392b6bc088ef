package plumbline.contract.parameters;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a request says of a parameter. */
public sealed interface Decoded {
    /** The parameter was not sent. */
    record Absent() implements Decoded {}

    /**
     * The parameter was sent.
     *
     * @param candidates the values that its text may stand for, most likely first; at least one
     */
    record Value(List<JsonNode> candidates) implements Decoded {
        public Value {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * The parameter was sent in a form that cannot be read.
     *
     * @param expected what form is expected
     * @param actual what came
     */
    record Malformed(String expected, String actual) implements Decoded {}
}
