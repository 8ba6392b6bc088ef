package plumbline.contract.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import plumbline.contract.http.Response;

/**
 * Fetches what is not a file, one redirect at a time.
 *
 * @param whole how long all of it may take
 * @param mayLead whether a redirect from the first address to the second is followed
 */
record Download(Duration whole, BiPredicate<Origin, Origin> mayLead) {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);
    private static final int PIECE = 64 * 1024;
    private static final int LARGEST_DOCUMENT_IN_BYTES = 256 << 20;
    private static final int MOST_REDIRECTS = 5;

    Source.Fetched fetch(URI start) throws IOException, TimeoutException {
        try {
            return follow(start);
        } catch (SocketTimeoutException e) {
            Duration silence = whole.compareTo(LONGEST_SILENCE) < 0 ? whole : LONGEST_SILENCE;
            throw new TimeoutException("nothing came for " + text(silence));
        }
    }

    private Source.Fetched follow(URI start) throws IOException, TimeoutException {
        long end = System.nanoTime() + whole.toNanos();
        URI here = start;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            URLConnection connection = open(here, end);
            Optional<URI> next = redirect(connection, here);
            if (next.isEmpty()) {
                return new Source.Fetched(here, octets(connection, end));
            }
            check(here, next.get());
            here = next.get();
        }
        throw new IOException("it is redirected more than " + MOST_REDIRECTS + " times");
    }

    private URLConnection open(URI uri, long end) throws IOException, TimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw late();
        }
        int silence = (int) Math.min(left, LONGEST_SILENCE.toMillis());
        URLConnection connection = uri.toURL().openConnection();
        connection.setConnectTimeout(silence);
        connection.setReadTimeout(silence);
        connection.setRequestProperty("Accept", "application/json, application/yaml, */*");
        if (connection instanceof HttpURLConnection http) {
            http.setInstanceFollowRedirects(false);
        }
        return connection;
    }

    private static Optional<URI> redirect(URLConnection connection, URI here) throws IOException {
        if (!(connection instanceof HttpURLConnection http) || !Response.leadsElsewhere(http.getResponseCode())) {
            return Optional.empty();
        }
        String location = http.getHeaderField("Location");
        if (location == null) {
            throw new IOException("it is redirected, but not said where to");
        }
        return Optional.of(here.resolve(location.replace(" ", "%20")));
    }

    private void check(URI from, URI to) throws IOException {
        if (!Origin.of(to).isHttp() || !mayLead.test(Origin.of(from), Origin.of(to))) {
            throw new RedirectRefusedException(to);
        }
    }

    /** A server that drips is never too late with the next octet. */
    private byte[] octets(URLConnection connection, long end) throws IOException, TimeoutException {
        if (connection instanceof HttpURLConnection http && http.getResponseCode() >= 400) {
            throw new IOException("the server answers with status " + http.getResponseCode());
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream in = connection.getInputStream()) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                octets.write(piece, 0, length);
                if (octets.size() >= LARGEST_DOCUMENT_IN_BYTES) {
                    throw new IOException("it is larger than " + LARGEST_DOCUMENT_IN_BYTES + " bytes");
                }
                if (System.nanoTime() - end > 0) {
                    throw late();
                }
            }
        }
        return octets.toByteArray();
    }

    private TimeoutException late() {
        return new TimeoutException("it has not come whole within " + text(whole));
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }

    /** {@return all that comes, unless it is too much} */
    static byte[] octets(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_DOCUMENT_IN_BYTES);
        if (bytes.length == LARGEST_DOCUMENT_IN_BYTES) {
            throw new IOException("it is larger than " + LARGEST_DOCUMENT_IN_BYTES + " bytes");
        }
        return bytes;
    }
}
