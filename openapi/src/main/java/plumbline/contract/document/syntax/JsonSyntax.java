package plumbline.contract.document.syntax;

import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;

/** JSON (RFC 8259). */
final class JsonSyntax implements Syntax {
    @Override
    public JsonNode read(byte[] text) throws SyntaxException {
        try {
            return Json.readToKeep(text);
        } catch (JsonException e) {
            throw new SyntaxException("is not valid JSON: " + e.getMessage(), e.line(), e.column());
        }
    }

    @Override
    public Positions positions(byte[] text) {
        return new JsonPositions(text);
    }
}
