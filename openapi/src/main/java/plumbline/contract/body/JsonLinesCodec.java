package plumbline.contract.body;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.Body;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** One JSON value per line, or after each record separator (RFC 7464); together they are a list. */
record JsonLinesCodec() implements BodyCodec {
    private static final byte RECORD_SEPARATOR = 0x1E;

    @Override
    public BodyReading read(Content content, Body body, TextReader reader) {
        byte separator = isSequence(content) ? RECORD_SEPARATOR : (byte) '\n';
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        byte[] octets = body.bytes();
        int start = 0;
        for (int i = 0; i <= octets.length; i++) {
            if (i < octets.length && octets[i] != separator) {
                continue;
            }
            Body record = Body.of(Arrays.copyOfRange(octets, start, i));
            start = i + 1;
            if (record.text().isBlank()) {
                continue;
            }
            try {
                values.add(Json.read(record.bytes()));
            } catch (JsonException e) {
                return BodyReading.unreadable(content.fault(
                                "json",
                                "is not strict JSON: " + e.getMessage() + " (column " + e.column() + " of this record)",
                                "one JSON value per record",
                                BodyFault.excerpt(record.text()))
                        .below("/" + values.size()));
            }
        }
        return BodyReading.of(values);
    }

    private static boolean isSequence(Content content) {
        return content.type().subtype().endsWith("json-seq");
    }

    @Override
    public Written write(Content content, JsonNode value) {
        if (value.isString()) {
            // An example may be given as it is sent.
            return new Written(content.type().toString(), Body.of(value.stringValue()));
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (JsonNode item :
                value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value)) {
            if (isSequence(content)) {
                octets.write(RECORD_SEPARATOR);
            }
            octets.writeBytes(Json.write(item));
            octets.write('\n');
        }
        return new Written(content.type().toString(), Body.of(octets.toByteArray()));
    }
}
