package plumbline.mock.reload;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Asks servers from time to time whether documents have changed, by their tags where they have some. */
final class RemoteDocuments {
    private static final int TIMEOUT_IN_MILLISECONDS = 20_000;
    private static final int MOST_OCTETS = 256 << 20;

    private final @Nullable Duration pause;
    private final Map<URI, State> known = new HashMap<>();
    private long next = System.nanoTime();

    RemoteDocuments(@Nullable Duration pause) {
        this.pause = pause;
    }

    /** What tells one state of a document from another. */
    private record State(@Nullable String tag, @Nullable String modified, long checksum) {}

    /** {@return which of these documents have changed since they were asked for last, if it is time to ask} */
    List<URI> changed(Set<URI> addresses) {
        List<URI> changed = new ArrayList<>();
        if (pause == null || System.nanoTime() - next < 0) {
            return changed;
        }
        for (URI address : addresses) {
            if (String.valueOf(address.getScheme()).startsWith("http") && isOther(address)) {
                changed.add(address);
            }
        }
        next = System.nanoTime() + pause.toNanos();
        return changed;
    }

    private boolean isOther(URI address) {
        State before = known.get(address);
        try {
            State now = ask(address, before);
            known.put(address, now);
            return before != null && !now.equals(before);
        } catch (IOException | ClassCastException unreachable) {
            // It is asked again, and what is known of it still holds.
            return false;
        }
    }

    private static State ask(URI address, @Nullable State before) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_IN_MILLISECONDS);
        connection.setReadTimeout(TIMEOUT_IN_MILLISECONDS);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json, application/yaml, */*");
        if (before != null && before.tag() != null) {
            connection.setRequestProperty("If-None-Match", before.tag());
        } else if (before != null && before.modified() != null) {
            connection.setRequestProperty("If-Modified-Since", before.modified());
        }
        try {
            int status = connection.getResponseCode();
            if (before != null && status == HttpURLConnection.HTTP_NOT_MODIFIED) {
                return before;
            }
            if (status >= 400) {
                throw new IOException("status " + status);
            }
            return state(connection, before);
        } finally {
            connection.disconnect();
        }
    }

    /** A document with the same octets is the same, whatever its tag says. */
    private static State state(HttpURLConnection connection, @Nullable State before) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = connection.getInputStream()) {
            sum.update(in.readNBytes(MOST_OCTETS));
        }
        String location = connection.getHeaderField("Location");
        long checksum = 31 * sum.getValue() + (location == null ? 0 : location.hashCode());
        return before != null && before.checksum() == checksum
                ? before
                : new State(connection.getHeaderField("ETag"), connection.getHeaderField("Last-Modified"), checksum);
    }
}
