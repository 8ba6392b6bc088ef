package plumbline.conformance.tls;

import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One thing in a text in PEM (RFC 7468).
 *
 * @param label what it is, such as {@code CERTIFICATE}
 * @param body its octets in Base64
 */
record PemBlock(String label, String body) {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    static List<PemBlock> all(String text) {
        return BLOCK.matcher(text).results().map(PemBlock::of).toList();
    }

    private static PemBlock of(MatchResult found) {
        return new PemBlock(found.group(1), found.group(2));
    }

    byte[] octets() {
        return Base64.getMimeDecoder().decode(body);
    }
}
