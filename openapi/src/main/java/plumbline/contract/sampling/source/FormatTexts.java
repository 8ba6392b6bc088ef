package plumbline.contract.sampling.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import plumbline.contract.json.TextFormats;

/**
 * Texts in the formats of JSON Schema and OpenAPI.
 *
 * @param choices what is left open
 */
public record FormatTexts(Choices choices) {
    private static final Set<String> BOUND = TextFormats.standardAnd("url", "char");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    /** {@return whether texts of this format may have any length and content} */
    public static boolean isFree(String format) {
        return !BOUND.contains(format);
    }

    public String make(String format, String name) {
        PlainTexts words = new PlainTexts(choices);
        return switch (format) {
            case "uuid" -> new UUID(bits() & ~0xF000L | 0x4000L, bits() & ~(0xCL << 60) | 0x8L << 60).toString();
            case "date" -> FIRST_DAY.plusDays(choices.index(900)).toString();
            case "date-time" -> instant().toString();
            case "time" -> instant().toString().substring(11);
            case "duration" -> Duration.ofMinutes(1 + choices.index(5000)).toString();
            case "email", "idn-email" -> RealisticTexts.email(choices);
            case "hostname", "idn-hostname" -> words.any() + ".example.com";
            case "ipv4" -> "192.0.2." + (1 + choices.index(254));
            case "ipv6" -> "2001:db8::" + Integer.toHexString(1 + choices.index(0xFFFE));
            case "uri", "url", "iri" -> "https://example.com/" + words.any();
            case "uri-reference", "iri-reference" -> "/" + words.any();
            case "uri-template" -> "/" + words.any() + "/{id}";
            case "json-pointer" -> "/" + words.any();
            case "relative-json-pointer" -> "0/" + words.any();
            case "regex" -> "^" + words.any() + "$";
            case "byte" -> Base64.getEncoder().encodeToString(words.any().getBytes(StandardCharsets.UTF_8));
            case "base64url" ->
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(words.any().getBytes(StandardCharsets.UTF_8));
            case "char" -> words.any().substring(0, 1);
            default -> words.word(new ValueName(name, ""));
        };
    }

    /** {@return a text of this format with a length that the bounds ask for, as far as the format can be stretched} */
    public String ofLength(String format, String text, long least, long most) {
        int missing = (int) Math.min(Math.max(0, least - text.length()), 1 << 16);
        int surplus = (int) Math.max(0, text.length() - most);
        return switch (format) {
            case "email", "idn-email" ->
                surplus > 0 ? shortest("a@b.cd", least) : "a".repeat(Math.min(missing, 40)) + text;
            case "uri", "url", "iri", "uri-reference", "iri-reference", "uri-template" ->
                surplus > 0 ? shortest("http://a.b", least) : text + "a".repeat(missing);
            // An offset in figures is five characters longer than a Z, and the fraction of a second has any length.
            case "date-time", "time" ->
                missing == 5
                        ? text.replace("Z", "+00:00")
                        : missing > 1 ? text.replace("Z", "." + "0".repeat(missing - 1) + "Z") : text;
            case "hostname", "idn-hostname" -> surplus > 0 ? shortest("a", least) : text;
            case "byte" -> "AAAA".repeat((int) Math.min(Math.max(least, 1) / 4 + 1, Math.max(0, most / 4)));
            default -> text;
        };
    }

    private static String shortest(String text, long least) {
        return text.length() >= least ? text : text + "a".repeat((int) least - text.length());
    }

    private long bits() {
        return choices.bits();
    }

    private Instant instant() {
        return FIRST_DAY
                .atStartOfDay()
                .toInstant(java.time.ZoneOffset.UTC)
                .plus(choices.index(1_000_000), ChronoUnit.MINUTES)
                .plusSeconds(1 + choices.index(59));
    }
}
