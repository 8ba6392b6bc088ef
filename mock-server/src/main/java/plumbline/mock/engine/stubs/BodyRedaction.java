package plumbline.mock.engine.stubs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.secrets.SecretTexts;

/**
 * Leaves credentials out of bodies: the values of members, fields, elements and parts that are called as credentials are, and
 * what the request gave as credentials elsewhere, however it is spelled. All else stays as it was sent, octet for octet.
 *
 * @param credentials what is left out by its name
 * @param secrets what is left out wherever it stands
 */
record BodyRedaction(CredentialPlaces credentials, SecretTexts secrets) {
    private static final Pattern ELEMENT =
            Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)(?:\\s[^<>]*)?>(<!\\[CDATA\\[.*?]]>|[^<]*)</", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s(?:[\\w.-]+:)?([\\w.-]+)\\s*=\\s*[\"']([^\"'<]*)[\"']");
    private static final Pattern PART =
            Pattern.compile("\\bname=\"?([^\"\r\n;]*)\"?[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    /**
     * {@return the body without credentials, the same one if it holds none}
     *
     * @param type the media type, empty if it is not known
     */
    byte[] of(byte[] body, String type) {
        byte[] plain = secrets.redact(body, CredentialPlaces.REDACTED);
        // Each octet is a character, so that what is not text stays what it is.
        String text = new String(plain, StandardCharsets.ISO_8859_1);
        String kept = named(text, type.toLowerCase(Locale.ROOT));
        return kept.equals(text) ? plain : kept.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String named(String text, String type) {
        if (type.contains("x-www-form-urlencoded")) {
            return credentials.withoutCredentials("?" + text).substring(1);
        }
        if (type.startsWith("multipart/")) {
            return replaced(text, PART);
        }
        if (type.contains("xml") || type.contains("html")) {
            return replaced(replaced(text, ELEMENT), ATTRIBUTE);
        }
        return new MemberRedaction(text, credentials).redacted();
    }

    private String replaced(String text, Pattern pattern) {
        StringBuilder kept = new StringBuilder();
        int done = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (credentials.include(matcher.group(1)) && !matcher.group(2).isBlank()) {
                kept.append(text, done, matcher.start(2)).append(CredentialPlaces.REDACTED);
                done = matcher.end(2);
            }
        }
        return kept.append(text, done, text.length()).toString();
    }
}
