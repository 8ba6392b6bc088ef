package plumbline.guard.comparison.witnesses;

import plumbline.json.jackson.databind.JsonNode;
import plumbline.text.PlainText;

/**
 * A value that one of two schemas takes and the other refuses.
 *
 * @param value the value
 * @param keyword the keyword that refuses it
 * @param pointer the JSON pointer of what is refused
 * @param isDescribed whether the schema that takes it describes all its properties, rather than to let them pass
 */
public record Witness(JsonNode value, String keyword, String pointer, boolean isDescribed) {
    private static final int LONGEST = 120;

    /** {@return the value as JSON, cut if it is long} */
    public String text() {
        return PlainText.excerpt(value.toString(), LONGEST);
    }
}
