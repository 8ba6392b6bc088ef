package plumbline.contract.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A media type or media range (RFC 9110, sections 8.3.1 and 12.5.1).
 *
 * @param type the type in lower case, or {@code *}
 * @param subtype the subtype in lower case, or {@code *}
 * @param parameters the parameters in order, names in lower case, values unquoted
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {
    private static final Set<String> JSON_LINES =
            Set.of("jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "ndjson", "x-ndjson", "json-seq");

    public MediaType {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** {@return the media type that this text names, or nothing if it names none} */
    public static Optional<MediaType> parse(String text) {
        List<String> parts = QuotedText.split(text, ';');
        String essence = parts.get(0).trim();
        int slash = essence.indexOf('/');
        if (slash <= 0 || !isToken(essence.substring(0, slash)) || !isToken(essence.substring(slash + 1))) {
            return Optional.empty();
        }
        Map<String, String> parameters = parameters(parts.subList(1, parts.size()));
        return parameters == null
                ? Optional.empty()
                : Optional.of(new MediaType(
                        essence.substring(0, slash).toLowerCase(Locale.ROOT),
                        essence.substring(slash + 1).toLowerCase(Locale.ROOT),
                        parameters));
    }

    private static @Nullable Map<String, String> parameters(List<String> parts) {
        if (parts.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts) {
            String parameter = part.trim();
            int equals = parameter.indexOf('=');
            if (parameter.isEmpty()) {
                continue;
            }
            String name =
                    equals < 0 ? "" : parameter.substring(0, equals).trim().toLowerCase(Locale.ROOT);
            if (!isToken(name)) {
                return null;
            }
            parameters.putIfAbsent(
                    name, QuotedText.unquote(parameter.substring(equals + 1).trim()));
        }
        return parameters;
    }

    /** {@return type and subtype without parameters} */
    public String essence() {
        return type + "/" + subtype;
    }

    /** {@return whether this is a range such as {@code text/*} rather than a single type} */
    public boolean isRange() {
        return "*".equals(subtype);
    }

    /** {@return what bodies of this type hold} */
    public BodyShape shape() {
        if (isJson() || isXml()) {
            return BodyShape.TREE;
        }
        if (isForm() || isMultipart()) {
            return BodyShape.PARTS;
        }
        if (JSON_LINES.contains(subtype) || subtype.endsWith("+json-seq")) {
            return BodyShape.SEQUENCE;
        }
        return isText() ? BodyShape.TEXT : BodyShape.OCTETS;
    }

    /** {@return whether the content is a list of steps that change a value of which it says nothing (RFC 6902)} */
    public boolean isJsonPatch() {
        return "application/json-patch+json".equals(essence());
    }

    /** {@return whether the content is JSON: {@code application/json} or a {@code +json} suffix (RFC 6839)} */
    public boolean isJson() {
        return "json".equals(subtype) || subtype.endsWith("+json");
    }

    /** {@return whether the content is XML (RFC 7303)} */
    public boolean isXml() {
        return "xml".equals(subtype) || subtype.endsWith("+xml");
    }

    public boolean isForm() {
        return "application".equals(type) && "x-www-form-urlencoded".equals(subtype);
    }

    public boolean isMultipart() {
        return "multipart".equals(type);
    }

    public boolean isText() {
        return "text".equals(type);
    }

    /**
     * {@return whether this type or range covers the other one; parameters of this one, except {@code q}, must be
     * present there with the same value, as must {@code charset}, except for JSON, where it means nothing (RFC 8259,
     * section 11)}
     */
    public boolean covers(MediaType other) {
        if (!"*".equals(type) && !type.equals(other.type)) {
            return false;
        }
        if (!"*".equals(subtype) && !subtype.equals(other.subtype)) {
            return false;
        }
        return parameters.entrySet().stream()
                .filter(parameter ->
                        !"q".equals(parameter.getKey()) && !(isJson() && "charset".equals(parameter.getKey())))
                .allMatch(parameter -> parameter.getValue().equalsIgnoreCase(other.parameters.get(parameter.getKey())));
    }

    /** {@return how exactly this range names a type: 0 for everything, 1 for a subtype range, 2 and up for a type} */
    int specificity() {
        if ("*".equals(type)) {
            return 0;
        }
        return isRange() ? 1 : 2 + parameters.size() - (parameters.containsKey("q") ? 1 : 0);
    }

    private static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(MediaType::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int character) {
        return character > ' ' && character < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(character) < 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(essence());
        parameters.forEach(
                (name, value) -> text.append("; ").append(name).append('=').append(QuotedText.quoteIfNeeded(value)));
        return text.toString();
    }
}
