package plumbline.mock.engine.connections;

import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import plumbline.mock.answer.problem.ProblemBody;

/**
 * Ends connections on which what comes before a body, or a handshake, takes too long. Jetty ends those on which nothing
 * comes, but would wait for ever for one octet after the other.
 */
final class SlowHeads {
    private final Duration patience;
    private final Answering answering;
    private Map<EndPoint, Head> heads = new HashMap<>();

    SlowHeads(Duration patience, Answering answering) {
        this.patience = patience;
        this.answering = answering;
    }

    /**
     * What may be the start of a request.
     *
     * @param number how many have come before it
     * @param from how many octets had come before it
     * @param since when its first octet was seen; null if it has not been
     */
    private record Head(long number, long from, @Nullable Long since) {}

    /** Looks at all connections, and ends those that were seen at the same head for too long. */
    void end(Collection<EndPoint> connected) {
        Map<EndPoint, Head> seen = new HashMap<>();
        for (EndPoint end : connected) {
            Connection http = Answering.plain(end).getConnection();
            if (http != null && !answering.isOn(end)) {
                Head head = head(end, http);
                seen.put(end, head);
                if (isTooSlow(head)) {
                    end(end);
                }
            }
        }
        heads = seen;
    }

    private Head head(EndPoint end, Connection http) {
        long number = http.getMessagesIn();
        Head before = heads.get(end);
        if (before == null || before.number() != number) {
            before = new Head(number, number == 0 ? 0 : http.getBytesIn(), null);
        }
        boolean isBegun = isInHandshake(end) || http.getBytesIn() > before.from();
        return isBegun && before.since() == null ? new Head(number, before.from(), System.nanoTime()) : before;
    }

    private static boolean isInHandshake(EndPoint end) {
        return end.getConnection() instanceof SslConnection secure
                && "NONE".equals(secure.getSSLEngine().getSession().getProtocol());
    }

    private boolean isTooSlow(Head head) {
        Long since = head.since();
        return since != null && System.nanoTime() - since > patience.toNanos();
    }

    private static void end(EndPoint end) {
        if (isInHandshake(end)) {
            end.close();
            return;
        }
        EndPoint plain = Answering.plain(end);
        try {
            plain.write(Callback.from(plain::close), ByteBuffer.wrap(refusal()));
        } catch (WritePendingException answered) {
            // The rest has come at this very moment.
        }
    }

    private static byte[] refusal() {
        String body = ProblemBody.of(
                        "head-too-slow",
                        "The request did not come in time",
                        "Send the whole request, and send it faster.")
                .response(408)
                .body()
                .text();
        return ("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Type: application/problem+json\r\n"
                        + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
