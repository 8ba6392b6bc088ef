package plumbline.contract.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.http.MediaType;
import tools.jackson.databind.JsonNode;

/** How many JSON values are written one after the other (OpenAPI 3.2, "Sequential Media Types"). */
public enum JsonSequence {
    /** A value on each line. */
    LINES("application/(jsonl|x-ndjson|ndjson)", "", "\r?\n"),
    /** A record separator before each value (RFC 7464). */
    RECORDS("application/json-seq", "\u001E", "\u001E");

    private final String mediaTypes;
    private final String start;
    private final String separator;

    JsonSequence(String mediaTypes, String start, String separator) {
        this.mediaTypes = mediaTypes;
        this.start = start;
        this.separator = separator;
    }

    /** {@return how content of this media type is written, if it is a sequence of JSON values} */
    public static Optional<JsonSequence> of(MediaType type) {
        for (JsonSequence sequence : values()) {
            if (type.essence().matches(sequence.mediaTypes)) {
                return Optional.of(sequence);
            }
        }
        return Optional.empty();
    }

    /** {@return the texts of the values} */
    public List<String> split(String text) {
        List<String> items = new ArrayList<>();
        for (String item : text.split(separator, -1)) {
            if (!item.isBlank()) {
                items.add(item);
            }
        }
        return items;
    }

    /** {@return these values as they are sent} */
    public byte[] write(Iterable<JsonNode> values) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (JsonNode value : values) {
            text.writeBytes(start.getBytes(StandardCharsets.UTF_8));
            text.writeBytes(Json.write(value));
            text.write('\n');
        }
        return text.toByteArray();
    }
}
