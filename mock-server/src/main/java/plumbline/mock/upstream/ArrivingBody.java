package plumbline.mock.upstream;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;

/**
 * The body of a server's answer. It is there when it is whole, or is known to be too long or too slow to wait for: then what
 * has come is its beginning, and the rest is published as it comes, to one subscriber.
 */
final class ArrivingBody implements HttpResponse.BodySubscriber<ArrivingBody>, Flow.Publisher<List<ByteBuffer>> {
    private final int longest;
    private final boolean isAwaited;
    private final CompletableFuture<ArrivingBody> there = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription source;
    private Flow.@Nullable Subscriber<? super List<ByteBuffer>> reader;
    private @Nullable End end;
    private boolean isLong;
    private Consumer<Body> taker = body -> {};

    /**
     * A body that is about to come.
     *
     * @param longest how many octets are kept
     * @param isAwaited whether it is waited for, as long as it is no longer than that
     */
    ArrivingBody(int longest, boolean isAwaited) {
        this.longest = longest;
        this.isAwaited = isAwaited;
    }

    /** That nothing more comes. */
    private record End(@Nullable Throwable failure) {}

    @Override
    public CompletionStage<ArrivingBody> getBody() {
        return there;
    }

    /** {@return whether all of it has come and been kept} */
    synchronized boolean isWhole() {
        return isAwaited && end != null && !isLong;
    }

    /** {@return what had come when it was there; nothing if it was not waited for} */
    synchronized Body begun() {
        return isAwaited ? Body.of(kept.toByteArray()) : Body.empty();
    }

    /** Says who is to get the rest when it has ended, as it was sent on in pieces; nobody if it was too long to be kept. */
    synchronized void whenWhole(Consumer<Body> other) {
        taker = other;
    }

    /** Says that nobody wants the rest. */
    void discard() {
        Flow.@Nullable Subscription unwanted;
        synchronized (this) {
            unwanted = source;
            kept.reset();
        }
        if (unwanted != null) {
            unwanted.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        synchronized (this) {
            source = subscription;
        }
        if (isAwaited) {
            subscription.request(1);
        } else {
            there.complete(this);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        Flow.@Nullable Subscriber<? super List<ByteBuffer>> to;
        Flow.@Nullable Subscription more;
        synchronized (this) {
            to = reader;
            keep(items);
            more = isLong ? null : source;
        }
        if (to != null) {
            to.onNext(items);
        } else if (more != null) {
            more.request(1);
        } else {
            there.complete(this);
        }
    }

    /** What comes before there is a reader is kept even where it is too long. */
    private void keep(List<ByteBuffer> items) {
        if (reader != null && isLong) {
            return;
        }
        for (ByteBuffer item : items) {
            byte[] octets = new byte[item.remaining()];
            item.duplicate().get(octets);
            kept.write(octets, 0, octets.length);
        }
        isLong = kept.size() > longest;
        if (isLong && reader != null) {
            kept.reset();
        }
    }

    @Override
    public void onComplete() {
        end(new End(null));
    }

    @Override
    public void onError(Throwable failure) {
        end(new End(failure));
    }

    private void end(End how) {
        Flow.@Nullable Subscriber<? super List<ByteBuffer>> to;
        synchronized (this) {
            end = how;
            to = reader;
        }
        if (how.failure() == null) {
            there.complete(this);
        } else {
            there.completeExceptionally(how.failure());
        }
        if (to != null) {
            end(to, how);
        }
    }

    private void end(Flow.Subscriber<? super List<ByteBuffer>> to, End how) {
        if (how.failure() != null) {
            to.onError(how.failure());
            return;
        }
        to.onComplete();
        if (!isLong) {
            taker.accept(Body.of(kept.toByteArray()));
        }
    }

    @Override
    public synchronized void subscribe(Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
        reader = subscriber;
        if (isLong) {
            kept.reset();
        }
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                Flow.@Nullable Subscription from = source;
                if (from != null) {
                    from.request(count);
                }
            }

            @Override
            public void cancel() {
                discard();
            }
        });
        if (end != null) {
            end(subscriber, end);
        }
    }
}
