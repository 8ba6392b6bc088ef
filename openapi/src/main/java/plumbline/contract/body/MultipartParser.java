package plumbline.contract.body;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;

/** Takes multipart bodies apart (RFC 2046, section 5.1), in memory and within bounds. */
final class MultipartParser {
    private static final int MOST_PARTS = 10_000;
    private static final int MOST_HEADERS = 100;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final byte[] octets;
    private final byte[] delimiter;
    private final List<Part> parts = new ArrayList<>();
    private int position;

    MultipartParser(Body body, String boundary) {
        this.octets = body.bytes();
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    /** A body is not what its boundary says. */
    static final class MalformedMultipartException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        MalformedMultipartException(String message, int octet) {
            super(message + " (at octet " + octet + ")", null, false, false);
        }
    }

    List<Part> parse() throws MalformedMultipartException {
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        int start = startsWith(first, 0) && endsDelimiter(first.length) ? -2 : find(0);
        if (start < 0 && start != -2) {
            throw new MalformedMultipartException(
                    "does not contain its boundary '" + text(first, 2, first.length) + "'", 0);
        }
        position = start + delimiter.length;
        while (!startsWith(new byte[] {'-', '-'}, position)) {
            if (parts.size() == MOST_PARTS) {
                throw new MalformedMultipartException("has more than " + MOST_PARTS + " parts", position);
            }
            skipPadding();
            parts.add(part());
        }
        return parts;
    }

    private void skipPadding() throws MalformedMultipartException {
        while (position < octets.length && isBlank(octets[position])) {
            position++;
        }
        if (!startsWith(LINE_END, position)) {
            throw new MalformedMultipartException("has a boundary that is not followed by a line end", position);
        }
        position += 2;
    }

    private Part part() throws MalformedMultipartException {
        int begin = position;
        Headers headers = headers();
        // The empty line that ends the headers may at once be the one before the boundary.
        int from = Math.max(begin, position - 2);
        int end = find(from);
        if (end < 0) {
            throw new MalformedMultipartException("does not end with its boundary: part " + (parts.size() + 1), begin);
        }
        Body content = Body.of(Arrays.copyOfRange(octets, Math.min(position, end), end));
        position = end + delimiter.length;
        return new Part(headers, content);
    }

    private Headers headers() throws MalformedMultipartException {
        List<Header> headers = new ArrayList<>();
        while (!startsWith(LINE_END, position)) {
            int end = indexOf(LINE_END, position);
            String line = end < 0 ? "" : text(octets, position, end);
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() == MOST_HEADERS) {
                throw new MalformedMultipartException(
                        "has no header and no empty line where part " + (parts.size() + 1) + " starts", position);
            }
            headers.add(new Header(
                    line.substring(0, colon).trim(), line.substring(colon + 1).trim()));
            position = end + 2;
        }
        position += 2;
        return new Headers(headers);
    }

    /** Where the next delimiter starts; one that goes on with other characters is content. */
    private int find(int from) {
        int at = indexOf(delimiter, from);
        while (at >= 0 && !endsDelimiter(at + delimiter.length)) {
            at = indexOf(delimiter, at + 1);
        }
        return at;
    }

    private boolean endsDelimiter(int at) {
        return startsWith(new byte[] {'-', '-'}, at)
                || at < octets.length && (isBlank(octets[at]) || startsWith(LINE_END, at));
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = Math.max(0, from); i <= octets.length - wanted.length; i++) {
            if (octets[i] == wanted[0] && startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWith(byte[] wanted, int at) {
        return at >= 0
                && at + wanted.length <= octets.length
                && Arrays.equals(octets, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static String text(byte[] octets, int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.UTF_8);
    }
}
