package plumbline.mock.engine;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Container;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A running HTTP server that answers from the user's WireMock stubs and, where none matches, from a {@link Responder}.
 *
 * <p>WireMock's administration is at {@code /__admin}. All threads are daemons: a program that only serves waits in
 * {@link #join()}.
 */
public final class WireMockEngine implements AutoCloseable {
    private static final Duration END_OF_THREADS = Duration.ofSeconds(2);

    private final ContractStub contract;
    private final EngineServer server;
    private final EngineThreads threads = new EngineThreads();
    private final CountDownLatch closed = new CountDownLatch(1);

    private WireMockEngine(EngineSettings settings, ContractStub contract) {
        WireMockConfiguration options = options(settings, contract);
        WireMockApp app = new WireMockApp(options, new ThisContainer());
        Notifier notifier = options.notifier();
        this.contract = contract;
        this.server = new EngineServer(
                settings,
                threads,
                new EngineHandler(app.buildStubRequestHandler(), app.buildAdminRequestHandler(), notifier));
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
        engine.listen(responder);
        return engine;
    }

    /**
     * {@return an engine that does not listen yet}
     *
     * @throws StubFileException if a stub of the user cannot be used
     */
    public static WireMockEngine prepare(EngineSettings settings) throws EngineException {
        try {
            return new WireMockEngine(settings, new ContractStub());
        } catch (UserStubs.Unusable broken) {
            throw broken.checked();
        }
    }

    /**
     * Starts to answer.
     *
     * @throws PortInUseException if another process listens on the port
     * @throws EngineException if it is impossible to listen for another reason
     */
    public void listen(Responder responder) throws EngineException {
        contract.answerBy(responder);
        server.start();
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
            server.stop();
            closed.countDown();
        }
        threads.join(END_OF_THREADS);
    }

    private static WireMockConfiguration options(EngineSettings settings, ContractStub contract) {
        Path directory = settings.stubs();
        FileSource files = directory == null ? new NoFiles() : new SingleRootFileSource(directory.toFile());
        WireMockConfiguration options = WireMockConfiguration.options()
                .fileSource(files)
                .withStores(new EngineStores(
                        files, new ContractLastStubs(contract.mapping()), new BoundedJournal(settings.journalSize())))
                .mappingSource(directory == null ? new NoStubs() : new UserStubs(directory))
                .httpClientFactory(new LazyProxyClients())
                .extensions(contract)
                .bindAddress(settings.host())
                .port(settings.port())
                // It is for many parsers and sets system properties of the whole process.
                .disableOptimizeXmlFactoriesLoading(true)
                // The message is put together for each request, even when nobody reads it.
                .stubRequestLoggingDisabled(true)
                // The pool has no way to be closed; with no core threads they end by themselves.
                .withWebhookThreadPoolSize(0);
        return settings.journalSize() == 0 ? options.disableRequestJournal() : options;
    }

    private final class ThisContainer implements Container {
        @Override
        public int port() {
            return WireMockEngine.this.port();
        }

        /** Stops from a thread of its own: the request that asks for it must be answered first. */
        @Override
        public void shutdown() {
            threads.thread("plumbline-shutdown", WireMockEngine.this::close).start();
        }
    }
}
