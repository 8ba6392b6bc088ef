package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Container;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.stubbing.InMemoryStubMappings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.StubFileException;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.mock.engine.journal.ExchangeLog;
import plumbline.mock.engine.judging.StubJudging;

/** WireMock without its server: answers by the user's stubs and, where none matches, by a {@link Responder}. */
public final class WireMockStubs {
    private final ContractStub contract = new ContractStub();
    private final Notifier notifier;
    private final BoundedJournal journal;
    private final StubRegistry registry;
    private final StubsBeforeContract stubs = new StubsBeforeContract(contract.mapping());
    private final EngineStores stores;
    private Set<UUID> fromFiles;
    private final WireMockApp app;

    /**
     * Loads the user's stubs.
     *
     * @param container what {@code /__admin} asks for the port, and to shut down
     * @throws StubFileException if a stub of the user cannot be used
     */
    public WireMockStubs(EngineSettings settings, Container container) throws StubFileException {
        this.registry = new StubRegistry(new StubAnswers(settings.stubs()));
        this.journal = new BoundedJournal(settings.journalSize(), registry::used);
        FileSource files = files(settings);
        this.stores = new EngineStores(files, stubs, journal);
        WireMockConfiguration options = options(settings, files);
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
     * @param judging how stubs are judged from then on
     * @throws StubFileException if a stub cannot be used, or is refused
     */
    public Runnable reread(@Nullable Path directory, StubJudging judging) throws StubFileException {
        Map<UUID, Path> places = new HashMap<>();
        StubMappings read = new InMemoryStubMappings() {
            @Override
            public void addMapping(StubMapping stub) {
                super.addMapping(stub);
                registry.loading().ifPresent(file -> places.put(stub.getId(), file));
            }
        };
        try {
            if (directory != null) {
                new StubFiles(directory, registry).loadMappingsInto(read);
            }
        } catch (StubFiles.UnusableStubException broken) {
            throw broken.checked();
        }
        for (StubMapping stub : read.getAll()) {
            registry.refuse(stub, places.get(stub.getId()), judging);
        }
        return () -> {
            registry.judgeFromNowOnBy(judging);
            app.loadMappingsUsing(live -> stubs.changeAtOnce(() -> replace(live, read.getAll(), places)));
        };
    }

    private synchronized void replace(StubMappings live, List<StubMapping> fresh, Map<UUID, Path> places) {
        fromFiles.forEach(id -> live.get(id).ifPresent(live::removeMapping));
        // Those of the same priority are kept newest first, and come in that order.
        for (int i = fresh.size() - 1; i >= 0; i--) {
            StubMapping stub = fresh.get(i);
            live.get(stub.getId()).ifPresent(live::removeMapping);
            registry.loading(places.get(stub.getId()));
            live.addMapping(stub);
            registry.loading(null);
        }
        fromFiles = ids(fresh.stream());
    }

    /** Sets who answers from now on where no stub matches. */
    public void answerBy(Responder responder) {
        contract.answerBy(responder);
    }

    /**
     * Judges the user's stubs from now on.
     *
     * @throws StubFileException if a stub is refused
     */
    public void judgeBy(StubJudging judging) throws StubFileException {
        registry.judgeBy(judging);
    }

    /** {@return the names of the user's stubs that have never answered} */
    public List<String> unused() {
        return registry.unused();
    }

    /** {@return what has been asked and answered lately} */
    public ExchangeLog log() {
        return new JournalView(journal);
    }

    /** Has something done after each request. */
    public void onRequest(Runnable listener) {
        journal.onChange(listener);
    }

    /** Sets which values the journal leaves out from now on. */
    public void leaveOut(CredentialPlaces credentials) {
        journal.leaveOut(credentials);
    }

    /** {@return whether WireMock would but ask the responder: there is no stub of the user, and no delay for all answers} */
    public boolean isSilent() {
        GlobalSettings settings = stores.getSettingsStore().get();
        return stubs.isEmpty() && settings.getFixedDelay() == null && settings.getDelayDistribution() == null;
    }

    /**
     * {@return what the responder answers, recorded as WireMock would}
     *
     * @param received the same request as WireMock would see it
     */
    public EngineAnswer answer(plumbline.contract.http.Request request, Request received) {
        long millis = System.currentTimeMillis();
        long start = System.nanoTime();
        EngineAnswer answer = contract.answer(request);
        journal.add(received, answer, millis, System.nanoTime() - start, contract);
        return answer;
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

    private static FileSource files(EngineSettings settings) {
        Path directory = settings.stubs();
        return directory == null ? new NoStubDirectory() : new SingleRootFileSource(directory.toFile());
    }

    private WireMockConfiguration options(EngineSettings settings, FileSource files) {
        Path directory = settings.stubs();
        WireMockConfiguration options = WireMockConfiguration.options()
                .fileSource(files)
                .withStores(stores)
                .mappingSource(directory == null ? new NoStubFiles() : new StubFiles(directory, registry))
                .httpClientFactory(new LazyProxyClients(settings.access()))
                .extensions(contract, registry)
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
