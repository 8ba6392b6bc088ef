package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.contract.sampling.PartMaker;
import plumbline.contract.sampling.source.FormatTexts;
import plumbline.contract.sampling.source.PatternTexts;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Varies texts: lengths, patterns, formats.
 *
 * @param maker makes texts of patterns and formats
 */
record TextVariants(PartMaker maker) implements VariantMaker {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST = 100_000;
    private static final int TRIALS = 6;
    private static final Map<String, List<String>> MALFORMED = Map.ofEntries(
            Map.entry("date", List.of("2024-02-30", "2024-13-01")),
            Map.entry("date-time", List.of("2024-02-30T12:00:00Z", "2024-01-01 25:00:00")),
            Map.entry("time", List.of("25:00:00Z", "noon")),
            Map.entry("duration", List.of("1 day", "P1")),
            Map.entry("email", List.of("nobody", "@example.com")),
            Map.entry("uuid", List.of("00000000-0000-4000-8000-00000000000g", "not-a-uuid")),
            Map.entry("uri", List.of("not a uri", "http://[")),
            Map.entry("ipv4", List.of("192.0.2.256", "nowhere")),
            Map.entry("ipv6", List.of("2001:db8::g", "nowhere")),
            Map.entry("hostname", List.of("-bad-.example.com", "no..host")),
            Map.entry("byte", List.of("%%%%", "A")),
            Map.entry("base64url", List.of("+/+/", "%%%%")),
            Map.entry("json-pointer", List.of("no-slash")),
            Map.entry("regex", List.of("(", "[")),
            Map.entry("char", List.of("ab", "")));
    private static final List<String> ODD = List.of("~", "!!!", " ", "0", "000", "a", "A", "plumbline", "");

    @Override
    public void faults(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!place.value().isString()) {
            return;
        }
        long least = length(schema, "minLength");
        if (least > 0 && least <= LONGEST) {
            out.accept(Variant.of("minLength", "shorter than minLength " + least, ofLength(place, (int) least - 1)));
        }
        long most = length(schema, "maxLength");
        if (most >= 0 && most < LONGEST) {
            out.accept(Variant.of("maxLength", "longer than maxLength " + most, ofLength(place, (int) most + 1)));
        }
        String text = place.value().stringValue();
        if (schema.path("pattern").isString()) {
            out.accept(Variant.of("pattern", "unlike pattern", texts(oddTexts(text))));
        }
        if (schema.path("format").isString()) {
            String format = schema.path("format").stringValue();
            Set<String> malformed = new LinkedHashSet<>(MALFORMED.getOrDefault(format, List.of()));
            malformed.add("not-a-" + format);
            malformed.addAll(oddTexts(text));
            out.accept(Variant.of("format", "malformed " + format, texts(malformed)));
        }
    }

    @Override
    public void edges(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!place.value().isString()) {
            return;
        }
        long least = length(schema, "minLength");
        if (least >= 0 && least <= LONGEST) {
            out.accept(Variant.of("minLength", "at minLength " + least, ofLength(place, (int) least)));
        }
        long most = length(schema, "maxLength");
        if (most >= 0 && most <= LONGEST) {
            out.accept(Variant.of("maxLength", "at maxLength " + most, ofLength(place, (int) most)));
        }
    }

    private static long length(JsonNode schema, String keyword) {
        return schema.path(keyword).isNumber()
                ? schema.path(keyword).decimalValue().longValue()
                : -1;
    }

    private List<JsonNode> ofLength(PlaceInValue place, int length) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(resized(place.value().stringValue(), length));
        for (JsonNode pattern : place.all("pattern")) {
            for (int i = 0; i < TRIALS; i++) {
                texts.add(new PatternTexts(maker.choices(i)).matching(pattern.asString(""), length, length, i));
            }
        }
        for (JsonNode format : place.all("format")) {
            FormatTexts formats = new FormatTexts(maker.choices(0));
            String name = format.asString("");
            texts.add(formats.ofLength(name, formats.make(name, place.name()), length, length));
        }
        texts.add("a".repeat(length));
        texts.add("A".repeat(length));
        texts.add("1".repeat(length));
        return texts(texts);
    }

    /** The text cut, or with its last letter or figure repeated. */
    private static String resized(String text, int length) {
        int[] points = text.codePoints().toArray();
        StringBuilder resized = new StringBuilder();
        for (int i = 0; i < length; i++) {
            resized.appendCodePoint(points.length == 0 ? 'a' : points[Math.min(i, points.length - 1)]);
        }
        return resized.toString();
    }

    private static Set<String> oddTexts(String text) {
        Set<String> odd = new LinkedHashSet<>();
        if (!text.isEmpty()) {
            String head = text.substring(0, text.offsetByCodePoints(text.length(), -1));
            String tail = text.substring(text.offsetByCodePoints(0, 1));
            for (String other : List.of("~", "!", "z", "0")) {
                odd.add(head + other);
                odd.add(other + tail);
            }
            odd.add(text + "~");
            odd.add("~" + text);
            odd.add(text.toUpperCase(java.util.Locale.ROOT));
            odd.add(text.toLowerCase(java.util.Locale.ROOT));
            for (String other : List.of("~", "0", "a", "A")) {
                odd.add(other.repeat(text.codePointCount(0, text.length())));
            }
        }
        odd.addAll(ODD);
        return odd;
    }

    private static List<JsonNode> texts(Set<String> texts) {
        List<JsonNode> nodes = new ArrayList<>();
        texts.forEach(text -> nodes.add(NODES.stringNode(text)));
        return nodes;
    }
}
