package plumbline.contract.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON reader and writer of every message and document. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * @param text the whole text in UTF-8
     * @throws JsonFault if the text is not exactly one JSON value in UTF-8 without duplicate names
     */
    public static JsonNode read(byte[] text) throws JsonFault {
        checkUtf8(text);
        if (text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB) {
            throw new JsonFault("starts with a byte order mark, which RFC 8259 forbids", 1, 1);
        }
        try {
            JsonNode value = MAPPER.readTree(text);
            if (value.isMissingNode()) {
                throw new JsonFault("is empty, where a JSON value is expected", 1, 1);
            }
            return value;
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonFault if the text is not exactly one JSON value without duplicate names
     */
    public static JsonNode read(String text) throws JsonFault {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the value as compact JSON in UTF-8} */
    public static byte[] write(JsonNode value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** {@return the value as indented JSON} */
    public static String pretty(JsonNode value) {
        return value.toPrettyString();
    }

    private static void checkUtf8(byte[] text) throws JsonFault {
        ByteBuffer octets = ByteBuffer.wrap(text);
        try {
            if (!isAscii(text)) {
                StandardCharsets.UTF_8.newDecoder().decode(octets);
            }
        } catch (CharacterCodingException e) {
            throw new JsonFault("is not UTF-8 at octet " + octets.position(), 1, octets.position() + 1);
        }
    }

    private static boolean isAscii(byte[] text) {
        for (byte octet : text) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static JsonFault fault(JacksonException e) {
        @Nullable TokenStreamLocation location = e.getLocation();
        if (location == null && e instanceof StreamReadException) {
            location = TokenStreamLocation.NA;
        }
        String message = e.getOriginalMessage();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new JsonFault(firstSentence(message), line, column);
    }

    private static String firstSentence(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
