package plumbline.conformance.items;

import java.util.Locale;
import java.util.regex.Pattern;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes values plain, so that few rules are against them: times to come and in order, single words, nothing empty. */
final class PlainBodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PAST = Pattern.compile(".*(birth|born|created|updated|since|past|last).*");
    private static final Pattern END = Pattern.compile(".*(end|until|till|expir|finish|due|stop|close).*|to|.*to");
    private static final Pattern PHRASE = Pattern.compile("[\\p{L}\\p{N}.,' -]*[ .,'][\\p{L}\\p{N}.,' -]*");
    private static final String WORD = "plumbline";

    private PlainBodies() {}

    /** {@return the value, made plain; whether it is still valid is for others to see} */
    static JsonNode plain(JsonNode value) {
        return plain("", value);
    }

    private static JsonNode plain(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode made = NODES.objectNode();
            object.forEachEntry((member, inner) -> made.set(member, plain(member, inner)));
            return made.isEmpty() ? made.put(WORD, WORD) : made;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode made = NODES.arrayNode();
            array.forEach(element -> made.add(plain(name, element)));
            return made;
        }
        return value.isString() ? NODES.stringNode(text(name.toLowerCase(Locale.ROOT), value.stringValue())) : value;
    }

    private static String text(String name, String text) {
        boolean isPast = PAST.matcher(name).matches();
        String day = END.matcher(name).matches() ? "2099-12-28" : "2099-01-02";
        if (TIME.matcher(text).matches()) {
            return (isPast ? "2001-02-03" : day) + "T04:05:06Z";
        }
        if (DAY.matcher(text).matches()) {
            return isPast ? "2001-02-03" : day;
        }
        return PHRASE.matcher(text).matches() ? WORD : text;
    }
}
