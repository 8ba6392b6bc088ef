package plumbline.contract.body;

import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.Body;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;

/** JSON (RFC 8259), whatever the charset parameter says. */
record JsonCodec() implements BodyCodec {
    @Override
    public BodyReading read(Content content, Body body, TextReader reader) {
        try {
            return BodyReading.of(Json.read(body.bytes()));
        } catch (JsonException e) {
            return BodyReading.unreadable(content.fault(
                    "json",
                    "is not strict JSON: " + e.getMessage() + " (line " + e.line() + ", column " + e.column() + ")",
                    "one JSON value in UTF-8 without duplicate names (RFC 8259)",
                    BodyFault.excerpt(body.text())));
        }
    }

    @Override
    public Written write(Content content, JsonNode value) {
        return new Written(content.type().toString(), Body.of(Json.write(value)));
    }
}
