package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Container;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.stubbing.InMemoryStubMappings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.CredentialPlaces;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.StubFileException;

/** WireMock without its server: answers by the user's stubs and, where none matches, by a {@link Responder}. */
public final class WireMockStubs {
    private final ContractStub contract = new ContractStub();
    private final Notifier notifier;
    private final BoundedJournal journal;
    private final StubsBeforeContract stubs = new StubsBeforeContract(contract.mapping());
    private Set<UUID> fromFiles;
    private final WireMockApp app;

    /**
     * Loads the user's stubs.
     *
     * @param container what {@code /__admin} asks for the port, and to shut down
     * @throws StubFileException if a stub of the user cannot be used
     */
    public WireMockStubs(EngineSettings settings, Container container) throws StubFileException {
        this.journal = new BoundedJournal(settings.journalSize());
        WireMockConfiguration options = options(settings);
        this.notifier = options.notifier();
        try {
            this.app = new WireMockApp(options, container);
        } catch (StubFiles.UnusableStubException broken) {
            throw broken.checked();
        }
        this.fromFiles = ids(stubs.getAll());
    }

    private static Set<UUID> ids(Stream<StubMapping> stubs) {
        return stubs.map(StubMapping::getId).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return what puts the stubs that are in a folder now in the place of those that were read from one before; stubs that
     * the administration has made stay}
     *
     * @param directory the folder; null for none
     * @throws StubFileException if a stub cannot be used
     */
    public Runnable reread(@Nullable Path directory) throws StubFileException {
        StubMappings read = new InMemoryStubMappings();
        try {
            if (directory != null) {
                new StubFiles(directory).loadMappingsInto(read);
            }
        } catch (StubFiles.UnusableStubException broken) {
            throw broken.checked();
        }
        return () -> app.loadMappingsUsing(live -> stubs.changeAtOnce(() -> replace(live, read.getAll())));
    }

    private synchronized void replace(StubMappings live, List<StubMapping> fresh) {
        fromFiles.forEach(id -> live.get(id).ifPresent(live::removeMapping));
        // Those of the same priority are kept newest first, and come in that order.
        for (int i = fresh.size() - 1; i >= 0; i--) {
            StubMapping stub = fresh.get(i);
            live.get(stub.getId()).ifPresent(live::removeMapping);
            live.addMapping(stub);
        }
        fromFiles = ids(fresh.stream());
    }

    /** Sets who answers from now on where no stub matches. */
    public void answerBy(Responder responder) {
        contract.answerBy(responder);
    }

    /** Sets which values the journal leaves out from now on. */
    public void leaveOut(CredentialPlaces credentials) {
        journal.leaveOut(credentials);
    }

    /** {@return a new handler of requests} */
    public RequestHandler requestHandler() {
        return app.buildStubRequestHandler();
    }

    /** {@return a new handler of requests to the administration} */
    public RequestHandler adminHandler() {
        return app.buildAdminRequestHandler();
    }

    /** {@return what takes WireMock's own messages} */
    public Notifier notifier() {
        return notifier;
    }

    private WireMockConfiguration options(EngineSettings settings) {
        Path directory = settings.stubs();
        FileSource files = directory == null ? new NoStubDirectory() : new SingleRootFileSource(directory.toFile());
        WireMockConfiguration options = WireMockConfiguration.options()
                .fileSource(files)
                .withStores(new EngineStores(files, stubs, journal))
                .mappingSource(directory == null ? new NoStubFiles() : new StubFiles(directory))
                .httpClientFactory(new LazyProxyClients(settings.access()))
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
}
