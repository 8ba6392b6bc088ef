package plumbline.mock.engine.connections;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Accepts connections. Makes room where no more can be had, which is most often for want of open files, and ends those of
 * clients that do not come to the point.
 */
public final class EngineConnector extends ServerConnector {
    private static final int IDLE_IN_NEED_MILLIS = 500;
    private static final int LOOKS = 4;

    private final AtomicBoolean isTold = new AtomicBoolean();
    private final Answering answering;
    private final SlowHeads slow;
    private final Duration pause;
    private volatile Consumer<String> trouble = message -> {};

    /**
     * A connector of a server, which hands requests to this handler from now on.
     *
     * @param patience how long a client may take to say what it wants
     */
    public EngineConnector(Server server, Handler handler, Duration patience, ConnectionFactory... factories) {
        super(server, 1, 1, factories);
        answering = new Answering(handler);
        slow = new SlowHeads(patience, answering);
        pause = patience.dividedBy(LOOKS);
        server.setHandler(answering);
    }

    /** Tells what keeps clients from being answered; to be called before the start. */
    public void tellTrouble(Consumer<String> listener) {
        trouble = listener;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookAgain();
    }

    private void lookAgain() {
        getScheduler().schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isRunning()) {
            try {
                slow.end(getConnectedEndPoints());
            } finally {
                lookAgain();
            }
        }
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        if (failure instanceof IOException && !(failure instanceof ClosedChannelException) && isRunning()) {
            getConnectedEndPoints().forEach(this::endIfIdle);
            if (isTold.compareAndSet(false, true)) {
                trouble.accept("no more connections can be accepted (" + failure.getMessage()
                        + "); idle ones are closed to make room. Let the mock have more open files (ulimit -n), or"
                        + " have clients close what they do not use. This is told once.");
            }
        }
        return super.handleAcceptFailure(failure);
    }

    /** Those who wait for an answer may wait on. */
    private void endIfIdle(EndPoint end) {
        if (!answering.isOn(end)) {
            end.setIdleTimeout(IDLE_IN_NEED_MILLIS);
        }
    }
}
