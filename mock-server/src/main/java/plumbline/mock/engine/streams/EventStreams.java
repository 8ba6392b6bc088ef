package plumbline.mock.engine.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * Tells pages that something has been asked, or is served otherwise by now (server-sent events): no more than that, as they
 * ask for what they want to see. An open stream holds no thread.
 */
public final class EventStreams {
    /** That something has been asked. */
    public static final String ASKED = "asked";
    /** That something else is served, or was to be. */
    public static final String CHANGED = "changed";

    private static final int MOST = 32;
    private static final long PAUSE_MILLIS = 150;

    /** A connection on which nothing is sent for long is taken for dead. */
    private static final long BEAT_SECONDS = 10;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** Opens a stream, or refuses it if there are too many. */
    public void open(Server server, Response response, Callback done) {
        if (ended || open.size() >= MOST) {
            response.setStatus(503);
            response.write(true, ByteBuffer.allocate(0), done);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Stream stream = new Stream(server, response, done);
        open.add(stream);
        stream.send(": open\n\n");
        stream.beat();
    }

    /** Tells all pages. */
    public void tell(String event) {
        if (!open.isEmpty()) {
            open.forEach(stream -> stream.tell(event));
        }
    }

    /** Ends all streams, so that a stop need not wait for them. */
    public void end() {
        ended = true;
        open.forEach(Stream::end);
    }

    /** One page that listens. */
    private final class Stream {
        private final Server server;
        private final Response response;
        private final Callback done;
        private final Set<String> told = new LinkedHashSet<>();
        private boolean writing;
        private boolean over;

        Stream(Server server, Response response, Callback done) {
            this.server = server;
            this.response = response;
            this.done = done;
        }

        synchronized void tell(String event) {
            if (told.isEmpty()) {
                later(this::sendTold, PAUSE_MILLIS);
            }
            told.add(event);
        }

        private synchronized void sendTold() {
            if (writing) {
                later(this::sendTold, PAUSE_MILLIS);
                return;
            }
            String events = told.stream()
                    .map(event -> "event: " + event + "\ndata:\n\n")
                    .collect(Collectors.joining());
            told.clear();
            send(events);
        }

        void beat() {
            later(
                    () -> {
                        send(":\n\n");
                        beat();
                    },
                    TimeUnit.SECONDS.toMillis(BEAT_SECONDS));
        }

        private synchronized void later(Runnable work, long millis) {
            if (!over) {
                server.getScheduler()
                        .schedule(() -> server.getThreadPool().execute(work), millis, TimeUnit.MILLISECONDS);
            }
        }

        synchronized void send(String text) {
            if (!over && !writing) {
                writing = true;
                response.write(
                        false,
                        ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
                        Callback.from(this::written, failure -> fail(failure)));
            }
        }

        private synchronized void written() {
            writing = false;
            if (ended) {
                end();
            }
        }

        private void fail(Throwable failure) {
            synchronized (this) {
                over = true;
            }
            open.remove(this);
            done.failed(failure);
        }

        synchronized void end() {
            if (!over && !writing) {
                over = true;
                open.remove(this);
                response.write(true, ByteBuffer.allocate(0), done);
            }
        }
    }
}
