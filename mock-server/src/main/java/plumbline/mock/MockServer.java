package plumbline.mock;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Problem;
import plumbline.contract.sampling.SampleChecker;
import plumbline.contract.validation.ExampleChecker;
import plumbline.fixtures.FixtureException;
import plumbline.fixtures.Fixtures;
import plumbline.mock.control.switches.Switches;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.http.WireMockEngine;
import plumbline.mock.life.Life;
import plumbline.text.UnusableInputException;

/** A running mock of a contract. */
public final class MockServer implements AutoCloseable {
    private final WireMockEngine engine;
    private final boolean isSecure;
    private final Set<URI> sources;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Assembly assembly;

    private MockServer(Assembly assembly, WireMockEngine engine, boolean isSecure, Set<URI> sources) {
        this.assembly = assembly;
        this.isSecure = isSecure;
        this.engine = engine;
        this.sources = sources;
    }

    /**
     * {@return a mock that answers by now}
     *
     * @throws plumbline.contract.document.ContractException if the contract cannot be used
     * @throws plumbline.fixtures.FixtureException if the fixtures cannot be used
     * @throws MockServerException if it cannot listen or the user's stubs cannot be used
     */
    public static MockServer start(MockServerOptions options) {
        return start(options, new MockListener() {});
    }

    /**
     * {@return a mock that answers by now}
     *
     * @throws plumbline.contract.document.ContractException if the contract cannot be used
     * @throws plumbline.fixtures.FixtureException if the fixtures cannot be used
     * @throws MockServerException if it cannot listen or the user's stubs cannot be used
     */
    public static MockServer start(MockServerOptions options, MockListener listener) {
        return start(options, listener, Connections.plain());
    }

    /**
     * {@return a mock that answers by now}
     *
     * @param connections how it is connected with its clients, and with a server behind it
     * @throws plumbline.contract.document.ContractException if the contract cannot be used
     * @throws plumbline.fixtures.FixtureException if the fixtures cannot be used
     * @throws UnusableInputException if no operation is what is to be passed on
     * @throws MockServerException if it cannot listen or the user's stubs cannot be used
     */
    public static MockServer start(MockServerOptions options, MockListener listener, Connections connections) {
        // Both take about as long, and neither needs the other before the first request.
        FutureTask<WireMockEngine> preparing =
                new FutureTask<>(() -> WireMockEngine.prepare(settings(options), connections.secure()));
        Thread preparer = new Thread(preparing, "plumbline-prepare");
        preparer.setDaemon(true);
        preparer.start();
        Set<URI> sources = ConcurrentHashMap.newKeySet();
        Served served = Served.read(options, sources::add);
        try {
            WireMockEngine engine = preparing.get();
            preparer.join();
            Assembly assembly =
                    new Assembly(served, listener, engine, null, new Switches(), Set.of(), connections.upstream());
            assembly.listen();
            return new MockServer(assembly, engine, connections.secure() != null, sources);
        } catch (EngineException e) {
            throw new MockServerException(String.valueOf(e.getMessage()), e);
        } catch (ExecutionException e) {
            throw unprepared(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MockServerException("interrupted while starting", e);
        }
    }

    /** {@return why the engine could not be prepared, in words for the user unless it is a fault of ours} */
    private static RuntimeException unprepared(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error fault) {
            throw fault;
        }
        return cause instanceof RuntimeException fault
                ? fault
                : new MockServerException(String.valueOf(cause == null ? failure : cause.getMessage()), failure);
    }

    private static EngineSettings settings(MockServerOptions options) {
        EngineSettings settings = EngineSettings.defaults()
                .withHost(options.host())
                .withPort(options.port())
                .withAccess(options.access())
                .withLimits(options.limits());
        Path folder = stubs(options);
        return folder == null ? settings : settings.withStubs(folder);
    }

    private static @Nullable Path stubs(MockServerOptions options) {
        Path folder = options.fixtures();
        return folder != null && Files.isDirectory(folder.resolve("mappings")) ? folder : null;
    }

    /**
     * Reads everything again and serves that from the next request on; where it cannot be used, all stays as it is. What
     * clients have written stays where its resources do.
     *
     * @param options what to serve and how; where to listen, who may do what, limits and the file of the state stay as they
     *     were at the start
     * @throws plumbline.contract.document.ContractException if the contract cannot be used
     * @throws plumbline.fixtures.FixtureException if the fixtures cannot be used
     * @throws UnusableInputException if no operation is what is to be passed on
     * @throws MockServerException if the user's stubs cannot be used
     */
    public synchronized void reload(MockServerOptions options) {
        Set<URI> asked = ConcurrentHashMap.newKeySet();
        try {
            MockServerOptions changed = options.listeningAs(served().options());
            Served fresh = Served.read(changed, asked::add);
            @Nullable Life before = assembly.life();
            assembly = assembly.replacedBy(fresh, stubs(changed));
            sources.retainAll(asked);
            if (before != null && assembly.life() == null) {
                before.close();
            }
        } catch (EngineException e) {
            assembly.refused().tell(String.valueOf(e.getMessage()));
            throw new MockServerException(String.valueOf(e.getMessage()), e);
        } catch (ContractException | FixtureException | UnusableInputException e) {
            assembly.refused().tell(String.valueOf(e.getMessage()));
            throw e;
        } finally {
            sources.addAll(asked);
            engine.tellPagesOfChange();
        }
    }

    private Served served() {
        return assembly.served();
    }

    /** {@return the options that it serves by} */
    public MockServerOptions options() {
        return served().options();
    }

    /** {@return the addresses of all documents that were asked for when the contract was read, or was to be read again} */
    public Set<URI> sources() {
        return Set.copyOf(sources);
    }

    /** {@return the port that it listens on} */
    public int port() {
        return engine.port();
    }

    /** {@return the URL under which the paths of the contract are served, first base path, without trailing slash} */
    public URI baseUrl() {
        String host = served().options().host();
        String name = "0.0.0.0".equals(host) || "::".equals(host) ? "127.0.0.1" : host;
        String bracketed = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
        String base = served().contract().basePaths().stream().findFirst().orElse("");
        return URI.create((isSecure ? "https://" : "http://") + bracketed + ":" + port() + base);
    }

    /** {@return the contract that it serves} */
    public Contract contract() {
        return served().contract();
    }

    /** {@return which examples of the contract break their schemas; takes seconds for large contracts} */
    public List<Problem> exampleProblems() {
        return ExampleChecker.problems(served().contract(), served().schemas());
    }

    /** {@return which answers cannot be valid, as their schemas contradict themselves; takes seconds for large contracts} */
    public List<Problem> sampleProblems() {
        return SampleChecker.problems(served().contract(), served().schemas());
    }

    /** {@return the fixtures that it serves} */
    public Fixtures fixtures() {
        return served().fixtures();
    }

    /**
     * Waits until the mock is closed, here or over {@code /__admin/shutdown}.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public void join() throws InterruptedException {
        engine.join();
    }

    /** {@return whether the mock has been closed} */
    public boolean isClosed() {
        return engine.isClosed();
    }

    /** Stops listening; requests under way are answered. */
    @Override
    public void close() {
        engine.close();
        @Nullable Life last = assembly.life();
        if (last != null) {
            last.close();
        }
        if (closed.compareAndSet(false, true)) {
            assembly.tellUnused();
        }
    }
}
