package plumbline.contract.document.syntax;

import java.nio.charset.StandardCharsets;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.core.JsonParser;
import plumbline.json.jackson.core.JsonToken;
import plumbline.json.jackson.core.ObjectReadContext;
import plumbline.json.jackson.core.TokenStreamLocation;
import plumbline.json.jackson.core.json.JsonFactory;
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
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), new String(text, StandardCharsets.UTF_8))) {
            parser.nextToken();
            return positions(parser);
        }
    }

    private static Positions positions(JsonParser parser) {
        TokenStreamLocation start = parser.currentTokenLocation();
        Positions positions = new Positions(start.getLineNr(), start.getColumnNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                positions.addMember(name, positions(parser));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                positions.addItem(positions(parser));
            }
        }
        return positions;
    }
}
