package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.servlet.BodyChunker;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** Sends a body in pieces with pauses between them, as a stub's {@code chunkedDribbleDelay} asks. */
final class SlowBodyWriter {
    private final Server server;
    private final Response response;
    private final Callback done;
    private final ChunkedDribbleDelay delay;

    SlowBodyWriter(Server server, Response response, Callback done, ChunkedDribbleDelay delay) {
        this.server = server;
        this.response = response;
        this.done = done;
        this.delay = delay;
    }

    void send(byte[] body) {
        byte[][] pieces = BodyChunker.chunkBody(body, delay.getNumberOfChunks());
        sendLater(pieces, 0, delay.getTotalDuration() / pieces.length);
    }

    private void sendLater(byte[][] pieces, int next, long pauseMillis) {
        server.getScheduler()
                .schedule(
                        () -> server.getThreadPool().execute(() -> send(pieces, next, pauseMillis)),
                        pauseMillis,
                        TimeUnit.MILLISECONDS);
    }

    private void send(byte[][] pieces, int next, long pauseMillis) {
        boolean last = next == pieces.length - 1;
        Callback then = last ? done : Callback.from(() -> sendLater(pieces, next + 1, pauseMillis), done::failed);
        response.write(last, ByteBuffer.wrap(pieces[next]), then);
    }
}
