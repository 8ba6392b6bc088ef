package plumbline.contract.document.syntax;

import plumbline.json.jackson.databind.JsonNode;

/** How a document is written. */
public sealed interface Syntax permits JsonSyntax, YamlSyntax {
    /** {@return the syntax of a text: JSON if it starts with a brace, else YAML} */
    static Syntax of(byte[] text) {
        for (byte octet : text) {
            if (octet == '{') {
                return new JsonSyntax();
            }
            if (octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
                break;
            }
        }
        return new YamlSyntax();
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
