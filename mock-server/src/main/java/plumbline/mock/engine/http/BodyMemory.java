package plumbline.mock.engine.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many octets of bodies all requests under way may hold together, whatever the number of clients. */
final class BodyMemory {
    /** What is made of a body takes several times its room. */
    private static final int SHARE = 16;

    private final long most;
    private final AtomicLong held = new AtomicLong();

    private BodyMemory(long most) {
        this.most = most;
    }

    /** {@return a share of what this process has, and enough for one body as it was sent and decoded} */
    static BodyMemory forBodiesOf(long octets) {
        return new BodyMemory(Math.max(2 * octets, Runtime.getRuntime().maxMemory() / SHARE));
    }

    /** {@return a holder of nothing yet, for one request} */
    Holder holder() {
        return new Holder();
    }

    /** What one request holds. */
    final class Holder {
        private final AtomicLong mine = new AtomicLong();

        void take(long octets) throws RefusedBodyException {
            if (held.addAndGet(octets) > most) {
                held.addAndGet(-octets);
                throw RefusedBodyException.tooMany();
            }
            mine.addAndGet(octets);
        }

        void giveBack() {
            held.addAndGet(-mine.getAndSet(0));
        }
    }
}
