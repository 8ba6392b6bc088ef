package plumbline.contract.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.core.JacksonException;
import plumbline.json.jackson.core.StreamReadFeature;
import plumbline.json.jackson.core.TokenStreamLocation;
import plumbline.json.jackson.core.exc.StreamReadException;
import plumbline.json.jackson.core.json.JsonFactory;
import plumbline.json.jackson.core.json.JsonReadFeature;
import plumbline.json.jackson.databind.DeserializationFeature;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.ObjectReader;
import plumbline.json.jackson.databind.cfg.JsonNodeFeature;
import plumbline.json.jackson.databind.json.JsonMapper;

/** The JSON reader and writer of every message and document. */
public final class Json {
    /** Refuses the same texts as the careful one, but may find something else wrong with them first. */
    private static final JsonMapper FAST = mapper(false);

    /** What Jackson says of itself. */
    private static final Pattern SETTING =
            Pattern.compile(", from `[^`]*`|: enable `[^`]*` to allow| \\((start marker at|not recognized as) .*\\)$");

    private Json() {}

    /** Made where there is something wrong. */
    private static final class Careful {
        /** Finds duplicate names as soon as they stand there, at the cost of a set of names for each object. */
        private static final JsonMapper MAPPER = mapper(true);
    }

    private static JsonMapper mapper(boolean strict) {
        return JsonMapper.builder(JsonFactory.builder()
                        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                        .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .nodeFactory(new BoundedNumbers())
                .build();
    }

    /**
     * Reads one JSON value.
     *
     * @param text the whole text in UTF-8
     * @throws JsonException if the text is not exactly one JSON value in UTF-8 without duplicate names
     */
    public static JsonNode read(byte[] text) throws JsonException {
        return read(text, FAST.reader());
    }

    /**
     * Reads one JSON value that is kept for long, in little memory; changing it takes longer than changing others.
     *
     * @param text the whole text in UTF-8
     * @throws JsonException if the text is not exactly one JSON value in UTF-8 without duplicate names
     */
    public static JsonNode readToKeep(byte[] text) throws JsonException {
        return read(text, FAST.reader().with(new KeptValues()));
    }

    private static JsonNode read(byte[] text, ObjectReader reader) throws JsonException {
        Optional<JsonNode> value = Utf8.isPlain(text) ? fast(() -> reader.readTree(text)) : Optional.empty();
        // What is wrong, and where, is told of the text that it stands for, whose columns are no octets.
        return value.isPresent() ? value.get() : read(decode(text));
    }

    private static Optional<JsonNode> fast(Supplier<JsonNode> reader) {
        try {
            return Optional.of(reader.get()).filter(value -> !value.isMissingNode());
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the value of a text; nothing if it is not exactly one JSON value in UTF-8 without duplicate names}
     *
     * @param text the whole text in UTF-8
     */
    public static Optional<JsonNode> readIfValid(byte[] text) {
        try {
            return Optional.of(read(text));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonException if the text is not exactly one JSON value without duplicate names
     */
    public static JsonNode read(String text) throws JsonException {
        if (text.startsWith("\uFEFF")) {
            throw new JsonException("starts with a byte order mark, which RFC 8259 forbids", 1, 1);
        }
        Optional<JsonNode> value = fast(() -> FAST.readTree(text));
        return value.isPresent() ? value.get() : careful(() -> Careful.MAPPER.readTree(text));
    }

    private static JsonNode careful(Supplier<JsonNode> reader) throws JsonException {
        try {
            JsonNode value = reader.get();
            if (value.isMissingNode()) {
                throw new JsonException("is empty, where a JSON value is expected", 1, 1);
            }
            return value;
        } catch (JacksonException e) {
            throw fault(e);
        } catch (NumberFormatException e) {
            throw new JsonException(BoundedNumbers.MESSAGE, 1, 1);
        }
    }

    /** {@return the value as compact JSON in UTF-8} */
    public static byte[] write(JsonNode value) {
        return FAST.writeValueAsBytes(value);
    }

    /** {@return the value as indented JSON} */
    public static String pretty(JsonNode value) {
        return value.toPrettyString();
    }

    /**
     * {@return the text that these octets stand for in UTF-8}
     *
     * @throws JsonException if they are not UTF-8
     */
    public static String decode(byte[] text) throws JsonException {
        ByteBuffer octets = ByteBuffer.wrap(text);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
        } catch (CharacterCodingException e) {
            String before = new String(text, 0, octets.position(), StandardCharsets.UTF_8);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            throw new JsonException("is not UTF-8 at octet " + octets.position(), line, column);
        }
    }

    private static JsonException fault(JacksonException e) {
        @Nullable TokenStreamLocation location = e.getLocation();
        if (location == null && e instanceof StreamReadException) {
            location = TokenStreamLocation.NA;
        }
        String message = e.getOriginalMessage();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new JsonException(firstSentence(message), line, column);
    }

    private static String firstSentence(String message) {
        if (message.startsWith("Trailing token")) {
            return "Something stands after the value";
        }
        String plain = SETTING.matcher(message).replaceAll("");
        int end = plain.indexOf('\n');
        return end < 0 ? plain : plain.substring(0, end);
    }

    /** {@return a value as text; JSON if it is no simple one} */
    public static String text(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isNumber()
                ? value.decimalValue().toPlainString()
                : new String(write(value), StandardCharsets.UTF_8);
    }
}
