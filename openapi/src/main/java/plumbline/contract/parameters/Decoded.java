package plumbline.contract.parameters;

import java.util.List;
import plumbline.json.jackson.databind.JsonNode;

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

        static Value of(JsonNode value) {
            return new Value(List.of(value));
        }
    }

    /**
     * The parameter was sent more than once, though it takes one value.
     *
     * @param times how often
     */
    record Repeated(int times) implements Decoded {}

    /**
     * The parameter was sent in a form that cannot be read.
     *
     * @param expected what form is expected
     * @param actual what came
     */
    record Malformed(String expected, String actual) implements Decoded {}
}
