package plumbline.mock.engine.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.access.BodyLimits;

/**
 * Takes the body of one request as it comes, without a thread that waits for it, and hands it on when it is whole. A client
 * that is refused while it still sends is listened to for a while, or it would not hear the answer.
 */
final class BodyReader {
    private static final long MOST_IGNORED = 64L << 20;

    private final Request request;
    private final Response response;
    private final Callback done;
    private final OwnAnswers answers;
    private final BodyLimits limits;
    private final BodyMemory.Holder memory;
    private final Consumer<byte[]> taker;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final AtomicBoolean decided = new AtomicBoolean();
    private final AtomicBoolean ignoring = new AtomicBoolean(true);
    /** A refusal is over when the answer is sent and the client is no longer listened to. */
    private final AtomicInteger partsOfRefusal = new AtomicInteger(2);

    private final long start = System.nanoTime();
    private final AtomicLong received = new AtomicLong();
    private volatile Scheduler.@Nullable Task alarm;

    /**
     * A reader of one body.
     *
     * @param exchange the request, its response and its end
     * @param taker takes the octets as they were sent
     */
    BodyReader(Exchange exchange, BodyLimits limits, BodyMemory.Holder memory, Consumer<byte[]> taker) {
        this.request = exchange.request();
        this.response = exchange.response();
        this.done = exchange.done();
        this.answers = exchange.answers();
        this.limits = limits;
        this.memory = memory;
        this.taker = taker;
    }

    /** A request that is being answered. */
    record Exchange(Request request, Response response, Callback done, OwnAnswers answers) {
        void refuse(plumbline.contract.http.Response refusal) {
            answers.refuse(refusal, response, done);
        }
    }

    void start() {
        setAlarm(limits.patience());
        try {
            reserve(request.getLength());
        } catch (RefusedBodyException refused) {
            refuse(refused);
        }
        read();
    }

    /** Takes the memory before the octets come, so that those who are let in can come to their end. */
    private void reserve(long announced) throws RefusedBodyException {
        if (announced > limits.octets()) {
            throw RefusedBodyException.tooLarge(limits.octets());
        }
        memory.take(Math.max(0, announced));
    }

    private void setAlarm(Duration after) {
        alarm = request.getConnectionMetaData()
                .getConnector()
                .getScheduler()
                .schedule(this::checkTime, Math.max(1, after.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void checkTime() {
        Duration rest = limits.patience(received.get()).minusNanos(System.nanoTime() - start);
        if (decided.get()) {
            stopIgnoring();
        } else if (rest.isNegative() || rest.isZero()) {
            refuse(RefusedBodyException.tooSlow());
            stopIgnoring();
        } else {
            setAlarm(rest);
        }
    }

    private void read() {
        Content.Chunk chunk = request.read();
        while (chunk != null && isMoreAfter(chunk)) {
            chunk = request.read();
        }
        if (chunk == null) {
            request.demand(this::read);
        }
    }

    private boolean isMoreAfter(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            refuse(
                    chunk.getFailure() instanceof TimeoutException
                            ? RefusedBodyException.tooSlow()
                            : RefusedBodyException.cutOff());
            stopIgnoring();
            return false;
        }
        try {
            received.addAndGet(chunk.remaining());
            if (!decided.get()) {
                keep(chunk.getByteBuffer());
            }
        } catch (RefusedBodyException refused) {
            refuse(refused);
        } finally {
            chunk.release();
        }
        if (chunk.isLast()) {
            finish();
            return false;
        }
        if (decided.get() && received.get() > MOST_IGNORED + limits.octets()) {
            stopIgnoring();
            return false;
        }
        return true;
    }

    private void keep(ByteBuffer piece) throws RefusedBodyException {
        if (received.get() > limits.octets()) {
            throw RefusedBodyException.tooLarge(limits.octets());
        }
        if (request.getLength() < 0) {
            memory.take(piece.remaining());
        }
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        octets.writeBytes(copy);
    }

    private void finish() {
        Scheduler.Task pending = alarm;
        if (pending != null) {
            pending.cancel();
        }
        if (decided.compareAndSet(false, true)) {
            taker.accept(octets.toByteArray());
        } else {
            stopIgnoring();
        }
    }

    private void refuse(RefusedBodyException refused) {
        if (decided.compareAndSet(false, true)) {
            octets.reset();
            memory.giveBack();
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            answers.refuse(refused.answer(), response, Callback.from(this::endPart, done::failed));
        }
    }

    private void stopIgnoring() {
        if (ignoring.compareAndSet(true, false)) {
            endPart();
        }
    }

    private void endPart() {
        if (partsOfRefusal.decrementAndGet() == 0) {
            done.succeeded();
        }
    }
}
