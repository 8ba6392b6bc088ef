package plumbline.mock.engine.streams;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that are sent as they come from elsewhere, perhaps for ever. No more is asked for than the client has taken, and an
 * open one holds no thread.
 */
public final class PassedStreams {
    private final Set<Passed> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /**
     * Sends a body.
     *
     * @param begun how it begins
     * @param rest how it goes on
     */
    public void pass(Response response, Callback done, byte[] begun, Flow.Publisher<List<ByteBuffer>> rest) {
        Passed passed = new Passed(response, done, begun);
        open.add(passed);
        // Between two events it may be silent for as long as it likes.
        response.getRequest().addIdleTimeoutListener(silence -> false);
        rest.subscribe(passed);
        if (ended) {
            passed.end();
        }
    }

    /** Breaks all off, so that a stop need not wait for them. */
    public void end() {
        ended = true;
        open.forEach(Passed::end);
    }

    private final class Passed implements Flow.Subscriber<List<ByteBuffer>> {
        private final Response response;
        private final Callback done;
        private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
        private Flow.@Nullable Subscription source;
        private boolean isWriting;
        private boolean isWhole;
        private boolean isOver;

        Passed(Response response, Callback done, byte[] begun) {
            this.response = response;
            this.done = done;
            waiting.add(ByteBuffer.wrap(begun));
        }

        @Override
        public synchronized void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            // Even an empty beginning sends the head.
            write();
        }

        @Override
        public synchronized void onNext(List<ByteBuffer> items) {
            waiting.addAll(items);
            write();
        }

        @Override
        public synchronized void onComplete() {
            isWhole = true;
            write();
        }

        /** The client must not take what it has for all: its connection breaks. */
        @Override
        public void onError(Throwable failure) {
            fail(failure);
        }

        private synchronized void write() {
            if (isWriting || isOver) {
                return;
            }
            @Nullable ByteBuffer next = waiting.poll();
            if (next != null) {
                isWriting = true;
                response.write(false, next, Callback.from(this::written, this::fail));
            } else if (isWhole) {
                isOver = true;
                open.remove(this);
                response.write(true, ByteBuffer.allocate(0), done);
            } else if (source != null) {
                source.request(1);
            }
        }

        private synchronized void written() {
            isWriting = false;
            write();
        }

        void end() {
            fail(new ClosedChannelException());
        }

        private void fail(Throwable failure) {
            synchronized (this) {
                if (isOver) {
                    return;
                }
                isOver = true;
            }
            open.remove(this);
            if (source != null) {
                source.cancel();
            }
            done.failed(failure);
        }
    }
}
