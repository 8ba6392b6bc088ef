package plumbline.mock.answer;

import java.util.Comparator;
import java.util.Map;
import plumbline.contract.http.Accept;
import plumbline.contract.http.MediaType;

/** The media type that an answer says it has, where a document may name a range only. */
final class ServedType {
    private static final Map<String, String> USUAL =
            Map.of("text", "plain", "image", "png", "audio", "mpeg", "video", "mp4", "font", "woff2");

    private ServedType() {}

    /** {@return the documented type; of a range, the type that the client likes best, or else a usual one} */
    static MediaType of(MediaType documented, Accept accept) {
        if (!documented.isRange()) {
            return documented;
        }
        return accept.ranges().stream()
                .filter(wished -> !wished.isRange() && documented.covers(wished) && accept.quality(wished) > 0)
                .max(Comparator.comparingDouble(accept::quality))
                .map(wished -> new MediaType(wished.type(), wished.subtype(), Map.of()))
                .orElseGet(() -> usual(documented.type()));
    }

    private static MediaType usual(String type) {
        return USUAL.containsKey(type)
                ? new MediaType(type, USUAL.getOrDefault(type, ""), Map.of())
                : new MediaType("application", "json", Map.of());
    }
}
