package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.core.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.PortInUseException;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.StubFileException;
import plumbline.mock.engine.journal.AnsweredRequest;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.mock.engine.journal.ExchangeLog;
import plumbline.mock.engine.judging.StubJudging;
import plumbline.mock.engine.stubs.WireMockStubs;

/**
 * A running HTTP server that answers from the user's WireMock stubs and, where none matches, from a {@link Responder}.
 *
 * <p>WireMock's administration is at {@code /__admin}. All threads are daemons: a program that only serves waits in
 * {@link #join()}.
 */
public final class WireMockEngine implements AutoCloseable {
    private final WireMockStubs stubs;
    private final EngineHandler handler;
    private final EngineServer server;
    private volatile CredentialPlaces credentials = CredentialPlaces.telling();
    private final CountDownLatch closed = new CountDownLatch(1);

    private WireMockEngine(EngineSettings settings, @Nullable SSLContext secure) throws StubFileException {
        this.stubs = new WireMockStubs(settings, new ThisContainer());
        this.handler = new EngineHandler(stubs, new AdminGate(settings.access(), settings.host()), settings.limits());
        this.server = new EngineServer(settings, secure, handler);
    }

    /**
     * {@return an engine that answers by now}
     *
     * @throws PortInUseException if another process listens on the port
     * @throws StubFileException if a stub of the user cannot be used
     * @throws EngineException if it is impossible to listen for another reason
     */
    public static WireMockEngine start(EngineSettings settings, Responder responder) throws EngineException {
        WireMockEngine engine = prepare(settings);
        engine.listen(responder, CredentialPlaces.telling());
        return engine;
    }

    /**
     * {@return an engine that does not listen yet}
     *
     * @throws StubFileException if a stub of the user cannot be used
     */
    public static WireMockEngine prepare(EngineSettings settings) throws EngineException {
        return prepare(settings, null);
    }

    /**
     * {@return an engine that does not listen yet}
     *
     * @param secure how it speaks TLS; null to speak plainly
     * @throws StubFileException if a stub of the user cannot be used
     */
    public static WireMockEngine prepare(EngineSettings settings, @Nullable SSLContext secure) throws EngineException {
        return new WireMockEngine(settings, secure);
    }

    /** Has each request told when it is answered, without credentials; to be called before {@link #listen}. */
    public void tell(Consumer<AnsweredRequest> listener) {
        server.tell(answered -> listener.accept(answered.without(credentials)));
    }

    /** Has it told what keeps clients from being answered; to be called before {@link #listen}. */
    public void tellTrouble(Consumer<String> listener) {
        server.tellTrouble(listener);
    }

    /**
     * Starts to answer.
     *
     * @param responder who answers where no stub matches
     * @param credentials what the journal leaves out
     * @throws PortInUseException if another process listens on the port
     * @throws EngineException if it is impossible to listen for another reason
     */
    public void listen(Responder responder, CredentialPlaces credentials) throws EngineException {
        answerBy(responder, credentials);
        server.start();
    }

    /** Sets who answers from now on where no stub matches, and what journal and lines leave out. */
    public void answerBy(Responder responder, CredentialPlaces credentials) {
        this.credentials = credentials;
        stubs.leaveOut(credentials);
        stubs.answerBy(responder);
    }

    /**
     * Judges the user's stubs, those that are there and those to come.
     *
     * @throws StubFileException if a stub is refused
     */
    public void judgeStubs(StubJudging judging) throws StubFileException {
        stubs.judgeBy(judging);
    }

    /**
     * {@return what puts the stubs of a folder in the place of those that were read before, all at once}
     *
     * @param directory the folder; null for none
     * @param judging how stubs are judged from then on
     * @throws StubFileException if a stub cannot be used, and then all stay as they are
     */
    public Runnable reread(@Nullable Path directory, StubJudging judging) throws StubFileException {
        return stubs.reread(directory, judging);
    }

    /** {@return whether the engine has been closed} */
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** {@return the names of the user's stubs that have never answered} */
    public List<String> unusedStubs() {
        return stubs.unused();
    }

    /** {@return what has been asked and answered lately} */
    public ExchangeLog log() {
        return stubs.log();
    }

    /** Sets who answers for what is administered of the mock itself, below {@code /__plumbline}. */
    public void administerBy(Responder administration) {
        handler.administerBy(administration);
    }

    /** Sets how what is said to requests that never reach the responder is made readable for the page that asks. */
    public void readableBy(BiFunction<Request, Response, Response> readable) {
        handler.readableBy(readable);
    }

    /** Tells the pages that are open that what is served has changed, or was to. */
    public void tellPagesOfChange() {
        handler.tellPagesOfChange();
    }

    /** {@return the port that the engine listens on, or did before it was closed} */
    public int port() {
        return server.port();
    }

    /** Waits until the engine is closed, by {@link #close()} or over {@code /__admin/shutdown}. */
    public void join() throws InterruptedException {
        closed.await();
    }

    /**
     * Stops to accept requests and waits for those that have come, as long as {@link EngineSettings#grace()} says, and for
     * the end of the engine's threads.
     */
    @Override
    public synchronized void close() {
        if (closed.getCount() > 0) {
            handler.endStreams();
            server.stop();
            closed.countDown();
        }
        server.awaitEnd();
    }

    private final class ThisContainer implements Container {
        @Override
        public int port() {
            return WireMockEngine.this.port();
        }

        /** Stops from a thread of its own: the request that asks for it must be answered first. */
        @Override
        public void shutdown() {
            server.runApart("plumbline-shutdown", WireMockEngine.this::close);
        }
    }
}
