package plumbline.conformance.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;

/** Undoes content codings (RFC 9110, section 8.4), so that the true octets of a body are judged. */
final class ContentCoding {
    private static final int LIMIT = 64 << 20;

    private ContentCoding() {}

    /**
     * A body without its codings.
     *
     * @param body the body, or as much of it as could be decoded
     * @param fault why it could not be decoded; empty if it could
     */
    record Decoded(Body body, String fault) {}

    static Decoded decode(Headers headers, byte[] sent) {
        if (sent.length == 0) {
            return new Decoded(Body.empty(), "");
        }
        List<String> codings = headers.all("Content-Encoding").stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(coding -> coding.trim().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(codings);
        byte[] bytes = sent;
        for (String coding : codings) {
            try {
                bytes = decode(coding, bytes);
            } catch (IOException e) {
                return new Decoded(Body.of(bytes), "the body is not " + coding + ", as its Content-Encoding says");
            }
        }
        return new Decoded(Body.of(bytes), "");
    }

    private static byte[] decode(String coding, byte[] bytes) throws IOException {
        InputStream source = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case "identity" -> bytes;
            case "gzip", "x-gzip" -> read(new GZIPInputStream(source));
            case "deflate" -> read(new InflaterInputStream(source));
            default -> throw new IOException("unknown coding");
        };
    }

    private static byte[] read(InputStream decoding) throws IOException {
        try (decoding) {
            byte[] bytes = decoding.readNBytes(LIMIT);
            if (decoding.read() >= 0) {
                throw new IOException("too long");
            }
            return bytes;
        }
    }
}
