package plumbline.mock.answer.problem;

import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * How to answer with a value that no sampler could make.
 *
 * @param holder the media type or header object to give an example to
 * @param isHeader whether the value is that of a header
 * @param nearest the value that came nearest, to begin with
 * @param fixture the file to put a body into; null where a fixture does not help
 */
public record SuggestedExample(
        Node holder,
        boolean isHeader,
        JsonNode nearest,
        @Nullable String fixture) {
    SuggestedExample withFixture(String file) {
        return new SuggestedExample(holder, isHeader, nearest, file);
    }

    /** {@return what to do, in words} */
    String text() {
        String example = "Mend the schema, or add 'example:' with a right value at "
                + holder.place().withoutFolders().position();
        return fixture == null
                ? example + "."
                : example + ", or put a right body into " + fixture
                        + ". The member 'remedy' holds the nearest attempt to begin with.";
    }

    /** {@return the snippets to paste, with the value still to be mended} */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode example = json.putObject("example");
        example.put("at", holder.place().withoutFolders().position());
        example.put("pointer", "#" + holder.pointer());
        example.putObject("add").set("example", nearest);
        if (fixture != null) {
            json.putObject("fixture").put("file", fixture).set("content", nearest);
        }
        return json;
    }
}
