package plumbline.mock.engine;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.BindException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Answers requests over HTTP with WireMock, in which one stub behind all others asks a {@link Responder}. */
public final class WireMockEngine implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int THREADS_FOR_DELAYED_ANSWERS = 4;
    private static final long STOP_TIMEOUT_IN_MILLISECONDS = 2_000;

    private final EngineSettings settings;
    private final ContractStub contract;
    private final WireMockServer server;

    private WireMockEngine(EngineSettings settings, ContractStub contract, WireMockServer server) {
        this.settings = settings;
        this.contract = contract;
        this.server = server;
    }

    /**
     * {@return an engine that does not listen yet}
     *
     * @throws StubFileException if a stub of the user cannot be used
     */
    public static WireMockEngine prepare(EngineSettings settings) throws EngineException {
        ContractStub contract = new ContractStub();
        try {
            return new WireMockEngine(settings, contract, new WireMockServer(configuration(settings, contract)));
        } catch (UserStubs.Unusable e) {
            throw e.checked();
        }
    }

    /**
     * Starts to listen.
     *
     * @throws PortInUseException if another process listens on the port
     * @throws EngineException if it cannot listen for another reason
     */
    public void start(Responder responder) throws EngineException {
        contract.answerBy(responder);
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw failure(settings, e);
        }
    }

    private static EngineException failure(EngineSettings settings, FatalStartupException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        String message = cause == null ? String.valueOf(failure.getMessage()) : String.valueOf(cause.getMessage());
        return message.contains("in use")
                ? new PortInUseException(settings.host(), settings.port(), failure)
                : new EngineException(
                        "Cannot listen on port " + settings.port() + " of " + settings.host() + ": " + message,
                        failure);
    }

    private static WireMockConfiguration configuration(EngineSettings settings, ContractStub contract) {
        @Nullable Path directory = settings.stubs();
        FileSource files = directory == null ? new NoFiles() : new SingleRootFileSource(directory.toFile());
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .bindAddress(settings.host())
                .port(settings.port())
                .withStores(new EngineStores(
                        files, new ContractLastStubs(contract.mapping()), new BoundedJournal(settings.journalSize())))
                .fileSource(files)
                .mappingSource(directory == null ? new NoStubs() : new UserStubs(directory))
                .extensions(contract)
                .httpClientFactory(new LazyProxyClients())
                .notifier(new Slf4jNotifier(false))
                .containerThreads(THREADS)
                .jettyAcceptors(1)
                .jettyStopTimeout(STOP_TIMEOUT_IN_MILLISECONDS)
                // A delayed answer must not hold one of the threads that answer requests.
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(THREADS_FOR_DELAYED_ANSWERS)
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER);
        return settings.journalSize() == 0 ? configuration.disableRequestJournal() : configuration;
    }

    /** {@return the port that it listens on} */
    public int port() {
        return server.port();
    }

    /** Stops listening; requests under way have two seconds to be answered. */
    @Override
    public void close() {
        server.stop();
    }
}
