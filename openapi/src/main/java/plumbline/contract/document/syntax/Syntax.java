package plumbline.contract.document.syntax;

import plumbline.json.jackson.databind.JsonNode;

/** How a document is written. */
public sealed interface Syntax permits JsonSyntax, YamlSyntax {
    /** {@return the syntax of a text: JSON if it starts as an object of JSON does (RFC 8259 §4), else YAML} */
    static Syntax of(byte[] text) {
        int brace = next(text, 0);
        if (brace == text.length || text[brace] != '{') {
            return new YamlSyntax();
        }
        int member = next(text, brace + 1);
        // Whatever else follows the brace begins a flow mapping of YAML, whose names need no quotes.
        boolean json = member == text.length || text[member] == '"' || text[member] == '}';
        return json ? new JsonSyntax() : new YamlSyntax();
    }

    private static int next(byte[] text, int start) {
        int place = start;
        while (place < text.length && " \n\r\t".indexOf(text[place]) >= 0) {
            place++;
        }
        return place;
    }

    /**
     * Reads the one value of a text.
     *
     * @throws SyntaxException if the text is malformed
     */
    JsonNode read(byte[] text) throws SyntaxException;

    /** {@return the positions of all values of a well-formed text} */
    Positions positions(byte[] text);
}
