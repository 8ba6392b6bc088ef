package plumbline.contract.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of a form or of a multipart body are written.
 *
 * @param named by property
 * @param prefix by position, from the first part on (OpenAPI 3.2)
 * @param item for the parts behind those; null if nothing is said (OpenAPI 3.2)
 */
public record Encodings(
        Map<String, Encoding> named,
        List<Encoding> prefix,
        @Nullable Encoding item) {
    public Encodings {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        prefix = List.copyOf(prefix);
    }

    /** {@return no encodings: all is written by default} */
    public static Encodings none() {
        return new Encodings(Map.of(), List.of(), null);
    }

    /** {@return the encoding of a property; null if nothing is said} */
    public @Nullable Encoding of(String property) {
        return named.get(property);
    }

    /** {@return the encoding of the part at a position; null if nothing is said} */
    public @Nullable Encoding at(int index) {
        return index < prefix.size() ? prefix.get(index) : item;
    }
}
