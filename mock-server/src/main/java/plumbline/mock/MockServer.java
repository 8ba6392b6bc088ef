package plumbline.mock;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.Problem;
import plumbline.contract.sampling.SampleChecker;
import plumbline.contract.validation.ExampleChecker;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.answer.ContractResponder;
import plumbline.mock.answer.FailureReportingResponder;
import plumbline.mock.engine.CredentialPlaces;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.http.WireMockEngine;
import plumbline.mock.life.Life;
import plumbline.mock.life.LifeOptions;
import plumbline.mock.record.Recorder;
import plumbline.mock.upstream.UpstreamOptions;
import plumbline.mock.upstream.UpstreamResponder;

/** A running mock of a contract. */
public final class MockServer implements AutoCloseable {
    private final Contract contract;
    private final Schemas schemas;
    private final Fixtures fixtures;
    private final WireMockEngine engine;
    private final @Nullable Life life;
    private final String host;

    private MockServer(Served served, WireMockEngine engine, @Nullable Life life, String host) {
        this.contract = served.contract();
        this.schemas = served.schemas();
        this.fixtures = served.fixtures();
        this.engine = engine;
        this.life = life;
        this.host = host;
    }

    /** What a mock serves. */
    private record Served(Contract contract, Schemas schemas, Fixtures fixtures) {}

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
        return start(options, listener, null);
    }

    /**
     * {@return a mock that answers by now, before a real server if there is one}
     *
     * @param upstream the server that requests are passed on to; null to answer all of them
     * @throws plumbline.contract.document.ContractException if the contract cannot be used
     * @throws plumbline.fixtures.FixtureException if the fixtures cannot be used
     * @throws plumbline.text.UnusableInputException if no operation is what is to be passed on
     * @throws MockServerException if it cannot listen or the user's stubs cannot be used
     */
    public static MockServer start(
            MockServerOptions options, MockListener listener, @Nullable UpstreamOptions upstream) {
        // Both take about as long, and neither needs the other before the first request.
        FutureTask<WireMockEngine> preparing = new FutureTask<>(() -> WireMockEngine.prepare(settings(options)));
        Thread preparer = new Thread(preparing, "plumbline-prepare");
        preparer.setDaemon(true);
        preparer.start();
        Served served = served(options);
        try {
            WireMockEngine engine = preparing.get();
            preparer.join();
            @Nullable Life life = life(served, options, listener);
            Responder mock = contractResponder(served, options, listener, life);
            Responder whole = upstream == null ? mock : passing(served, upstream, mock, listener);
            engine.listen(
                    new FailureReportingResponder(whole, listener::failed), CredentialPlaces.of(served.contract()));
            return new MockServer(served, engine, life, options.host());
        } catch (EngineException e) {
            throw new MockServerException(String.valueOf(e.getMessage()), e);
        } catch (ExecutionException e) {
            throw unprepared(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MockServerException("interrupted while starting", e);
        }
    }

    private static Served served(MockServerOptions options) {
        Optional<String> basePath = Optional.ofNullable(options.basePath());
        Contract contract = options.contract() == null
                ? Contract.builtIn(basePath)
                : Contract.read(options.contract(), options.references(), basePath, options.strictness());
        Schemas schemas = new Schemas(contract.version());
        return new Served(contract, schemas, fixtures(options, contract, schemas));
    }

    private static Responder contractResponder(
            Served served, MockServerOptions options, MockListener listener, @Nullable Life life) {
        return new ContractResponder(
                served.contract(),
                served.fixtures(),
                served.schemas(),
                options.answers(),
                listener::answeredInvalid,
                life);
    }

    private static Responder passing(Served served, UpstreamOptions upstream, Responder mock, MockListener listener) {
        Path folder = upstream.recordings();
        return new UpstreamResponder(
                new UpstreamResponder.Served(served.contract(), served.schemas()),
                upstream,
                mock,
                listener::answeredInvalid,
                folder == null ? (match, request, response) -> {} : recorder(served, folder, listener)::take);
    }

    private static Recorder recorder(Served served, Path folder, MockListener listener) {
        return new Recorder(folder, served.contract(), served.schemas(), listener::answeredInvalid);
    }

    private static @Nullable Life life(Served served, MockServerOptions options, MockListener listener) {
        AnswerOptions answers = options.answers();
        return answers.isStateless()
                ? null
                : new Life(
                        served.contract(),
                        served.fixtures(),
                        served.schemas(),
                        LifeOptions.of(answers.seed(), answers.unknown() == AnswerOptions.Unknown.SAMPLE)
                                .withFile(options.state()),
                        failure -> listener.failed("of keeping the state", failure));
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

    private static Fixtures fixtures(MockServerOptions options, Contract contract, Schemas schemas) {
        if (options.fixtures() != null) {
            return Fixtures.load(options.fixtures(), contract, schemas);
        }
        return options.contract() == null ? Fixtures.builtIn(contract, schemas) : Fixtures.none();
    }

    private static EngineSettings settings(MockServerOptions options) {
        EngineSettings settings = EngineSettings.defaults()
                .withHost(options.host())
                .withPort(options.port())
                .withAccess(options.access())
                .withLimits(options.limits());
        Path folder = options.fixtures();
        return folder != null && Files.isDirectory(folder.resolve("mappings")) ? settings.withStubs(folder) : settings;
    }

    /** {@return the port that it listens on} */
    public int port() {
        return engine.port();
    }

    /** {@return the URL under which the paths of the contract are served, first base path, without trailing slash} */
    public URI baseUrl() {
        String name = "0.0.0.0".equals(host) || "::".equals(host) ? "127.0.0.1" : host;
        String bracketed = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
        String base = contract.basePaths().stream().findFirst().orElse("");
        return URI.create("http://" + bracketed + ":" + port() + base);
    }

    /** {@return the contract that it serves} */
    public Contract contract() {
        return contract;
    }

    /** {@return which examples of the contract break their schemas; takes seconds for large contracts} */
    public List<Problem> exampleProblems() {
        return ExampleChecker.problems(contract, schemas);
    }

    /** {@return which answers cannot be valid, as their schemas contradict themselves; takes seconds for large contracts} */
    public List<Problem> sampleProblems() {
        return SampleChecker.problems(contract, schemas);
    }

    /** {@return the fixtures that it serves} */
    public Fixtures fixtures() {
        return fixtures;
    }

    /**
     * Waits until the mock is closed, here or over {@code /__admin/shutdown}.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public void join() throws InterruptedException {
        engine.join();
    }

    /** Stops listening; requests under way are answered. */
    @Override
    public void close() {
        engine.close();
        if (life != null) {
            life.close();
        }
    }
}
