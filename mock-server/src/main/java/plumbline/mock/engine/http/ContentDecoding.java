package plumbline.mock.engine.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the content codings of bodies (RFC 9110, section 8.4), up to a length.
 *
 * @param most how many octets may come of it
 * @param memory what holds them
 */
record ContentDecoding(long most, BodyMemory.Holder memory) {
    private static final int MOST_CODINGS = 4;
    private static final int PIECE = 8 * 1024;

    byte[] decode(byte[] sent, List<String> contentEncodings) throws RefusedBodyException {
        List<String> codings = new ArrayList<>();
        for (String line : contentEncodings) {
            for (String coding : line.split(",", -1)) {
                String name = coding.trim().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    codings.add(name);
                }
            }
        }
        if (codings.size() > MOST_CODINGS) {
            throw RefusedBodyException.unknownCoding(String.join(", ", codings));
        }
        Collections.reverse(codings);
        byte[] decoded = sent;
        for (String coding : codings) {
            decoded = decode(decoded, coding);
        }
        return decoded;
    }

    private byte[] decode(byte[] sent, String coding) throws RefusedBodyException {
        try (InputStream stream = stream(new ByteArrayInputStream(sent), coding)) {
            ByteArrayOutputStream decoded = new ByteArrayOutputStream(PIECE);
            byte[] piece = new byte[PIECE];
            for (int length = stream.read(piece); length >= 0; length = stream.read(piece)) {
                if (decoded.size() + (long) length > most) {
                    throw RefusedBodyException.tooLarge(most);
                }
                memory.take(length);
                decoded.write(piece, 0, length);
            }
            return decoded.toByteArray();
        } catch (IOException broken) {
            throw RefusedBodyException.brokenCoding(coding);
        }
    }

    private static InputStream stream(InputStream sent, String coding) throws IOException, RefusedBodyException {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(sent);
            case "deflate" -> new InflaterInputStream(sent);
            default -> throw RefusedBodyException.unknownCoding(coding);
        };
    }
}
