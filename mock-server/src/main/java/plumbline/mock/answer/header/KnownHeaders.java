package plumbline.mock.answer.header;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Values of headers that mean something to whoever reads the message.
 *
 * @param message the message
 */
record KnownHeaders(Message message) {
    /** Those that the engine or the answering sets, where they are true; a body that is not coded has no coding. */
    private static final Set<String> SET_ELSEWHERE = Set.of(
            "date",
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "www-authenticate",
            "deprecation",
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-expose-headers");

    /** Those that tell of the body, about which no example can know. */
    private static final Set<String> OF_THE_BODY =
            Set.of("content-md5", "content-digest", "repr-digest", "digest", "content-range");

    private static final Pattern OTHER_PAGE =
            Pattern.compile("\\brel\\s*=\\s*\"?(?:next|prev|previous|first|last)\\b", Pattern.CASE_INSENSITIVE);

    private static final ZonedDateTime EARLIEST = ZonedDateTime.of(2024, 1, 1, 8, 0, 0, 0, ZoneOffset.UTC);
    private static final int DAYS = 600;
    private static final int CREATED = 201;

    static boolean areSetElsewhere(String name) {
        return SET_ELSEWHERE.contains(name);
    }

    static boolean areOfTheBody(String name) {
        return OF_THE_BODY.contains(name);
    }

    /** {@return whether a value of a header leads to other pages (RFC 8288), which an example does for ever} */
    static boolean leadsToPages(String name, String value) {
        return "link".equals(name) && OTHER_PAGE.matcher(value).find();
    }

    /** {@return texts that are true or plausible for a header of this name in lower case, best first; none for others} */
    List<String> values(String name) {
        return switch (name) {
            case "last-modified" -> List.of(httpDate(day()));
            case "expires", "sunset" -> List.of(httpDate(day().plusYears(20)));
            case "etag" -> List.of('"' + hex("SHA-256").substring(0, 16) + '"', hex("SHA-256"));
            case "content-md5" -> List.of(base64("MD5"));
            case "digest" -> List.of("SHA-256=" + base64("SHA-256"));
            case "content-digest", "repr-digest" -> List.of("sha-256=:" + base64("SHA-256") + ":");
            case "content-range" -> List.of(range());
            case "location" -> locations();
            case "content-location" -> urls(message.request().path());
            case "link" -> List.of("<" + message.origin() + message.request().path() + ">; rel=\"self\"");
            case "set-cookie" -> List.of("session=" + hex("SHA-256").substring(0, 24) + "; Path=/; HttpOnly");
            case "access-control-allow-methods" -> List.of("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            default -> name.contains("ratelimit") || name.contains("rate-limit") ? rateLimit(name) : constant(name);
        };
    }

    private List<String> constant(String name) {
        return switch (name) {
            case "retry-after" -> List.of("30", httpDate(day().plusYears(20)));
            case "age" -> List.of("0");
            case "vary" -> List.of("Accept");
            case "allow" -> List.of("GET, HEAD, OPTIONS");
            case "cache-control", "pragma" -> List.of("no-cache");
            case "accept-ranges" -> List.of(message.status() == 206 ? "bytes" : "none", "bytes");
            case "content-language" -> List.of("en");
            case "content-disposition" -> List.of("attachment; filename=\"file\"");
            case "server" -> List.of("Plumbline");
            case "strict-transport-security" -> List.of("max-age=31536000");
            case "x-content-type-options" -> List.of("nosniff");
            case "x-frame-options" -> List.of("DENY");
            case "x-request-id", "x-correlation-id", "request-id" -> List.of(uuid());
            default -> List.of();
        };
    }

    private static List<String> rateLimit(String name) {
        if (name.contains("remaining")) {
            return List.of("999", "9", "1");
        }
        if (name.contains("reset") || name.contains("retry")) {
            return List.of("60", httpDate(EARLIEST.plusYears(20)), "2044-01-01T08:00:00Z");
        }
        return name.contains("used") ? List.of("1") : name.contains("limit") ? List.of("1000", "10") : List.of();
    }

    /** Where what was created can be, or where else to go. */
    private List<String> locations() {
        String path = message.request().path();
        if (message.status() == CREATED) {
            return urls(path.replaceAll("/$", "") + "/" + uuid());
        }
        return urls(message.status() / 100 == 3 ? elsewhere() : path);
    }

    /** {@return where else to go: a redirection to where the client is would never end} */
    String elsewhere() {
        return message.request().path().replaceAll("[^/]*/?$", "");
    }

    private List<String> urls(String path) {
        return List.of(path, message.origin() + path);
    }

    private String range() {
        int length = message.body().bytes().length;
        return length == 0 ? "bytes */0" : "bytes 0-" + (length - 1) + "/" + length;
    }

    private ZonedDateTime day() {
        return EARLIEST.plusDays(Math.floorMod(message.seed(), DAYS));
    }

    private static String httpDate(ZonedDateTime date) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(date);
    }

    private String uuid() {
        return UUID.nameUUIDFromBytes(Long.toString(message.seed()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String hex(String algorithm) {
        return HexFormat.of().formatHex(digest(algorithm));
    }

    private String base64(String algorithm) {
        return Base64.getEncoder().encodeToString(digest(algorithm));
    }

    private byte[] digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message.body().bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
