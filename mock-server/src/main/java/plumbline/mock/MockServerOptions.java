package plumbline.mock;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Strictness;
import plumbline.contract.document.ReferencePolicy;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.access.BodyLimits;
import plumbline.mock.engine.judging.StubPolicy;
import plumbline.text.UnusableInputException;

/**
 * What a mock serves and where.
 *
 * @param source what it is read from
 * @param answers how to answer where the contract leaves a choice
 * @param stubs what becomes of stubs that break the contract
 * @param standing what cannot be changed while the mock runs
 */
public record MockServerOptions(Source source, AnswerOptions answers, StubPolicy stubs, Standing standing) {
    /** The port that is used where none is named. */
    public static final int DEFAULT_PORT = 8080;

    public MockServerOptions {
        if (standing.state() != null && answers.isStateless()) {
            throw new UnusableInputException("a mock that remembers nothing cannot keep it in " + standing.state());
        }
    }

    /**
     * What a mock is read from.
     *
     * @param contract a file or http(s) URL; null for the built-in contract
     * @param fixtures the folder of fixtures; null for the built-in ones with the built-in contract, and none with any other
     * @param basePath the base path to serve under; null for those of the contract's servers
     * @param references where references of the contract may lead
     * @param strictness what becomes of a contract with faults
     */
    public record Source(
            @Nullable String contract,
            @Nullable Path fixtures,
            @Nullable String basePath,
            ReferencePolicy references,
            Strictness strictness) {
        private static final Pattern PATH =
                Pattern.compile("/|/?[\\w.~!$&'()*+,;=:@%-]+(/[\\w.~!$&'()*+,;=:@%-]+)*/?|");

        public Source {
            if (basePath != null && !PATH.matcher(basePath).matches()) {
                throw new UnusableInputException("a base path is the path of a URL like /api, not '" + basePath + "'");
            }
        }
    }

    /**
     * Where a mock stands, and what holds there for as long as it runs.
     *
     * @param host the name or address to listen on
     * @param port the port to listen on, 0 to 65535; 0 for any free one
     * @param access who may administer the mock, and where it may send requests
     * @param limits how much of a body it takes
     * @param state the file that keeps what clients have written from one run to the next; null to forget it in the end
     */
    public record Standing(
            String host,
            int port,
            Access access,
            BodyLimits limits,
            @Nullable Path state) {
        private static final int LAST_PORT = 65_535;

        public Standing {
            if (port < 0 || port > LAST_PORT) {
                throw new UnusableInputException("a port is a number from 0 to " + LAST_PORT + ", not " + port);
            }
        }
    }

    /** {@return the built-in contract with its fixtures on 127.0.0.1:8080} */
    public static MockServerOptions defaults() {
        return new MockServerOptions(
                new Source(null, null, null, ReferencePolicy.strict(), Strictness.TOLERANT),
                AnswerOptions.defaults(),
                StubPolicy.WARN,
                new Standing("127.0.0.1", DEFAULT_PORT, Access.defaults(), BodyLimits.defaults(), null));
    }

    /** {@return the same options, but for what cannot be changed while a mock runs, which is that of others} */
    public MockServerOptions listeningAs(MockServerOptions others) {
        return with(others.standing);
    }

    private MockServerOptions with(Source other) {
        return new MockServerOptions(other, answers, stubs, standing);
    }

    private MockServerOptions with(Standing other) {
        return new MockServerOptions(source, answers, stubs, other);
    }

    public MockServerOptions withContract(String fileOrUrl) {
        return with(new Source(fileOrUrl, fixtures(), basePath(), references(), strictness()));
    }

    public MockServerOptions withContract(Path file) {
        return withContract(file.toString());
    }

    public MockServerOptions withFixtures(Path folder) {
        return with(new Source(contract(), folder, basePath(), references(), strictness()));
    }

    public MockServerOptions withBasePath(String path) {
        return with(new Source(contract(), fixtures(), path, references(), strictness()));
    }

    public MockServerOptions withReferences(ReferencePolicy policy) {
        return with(new Source(contract(), fixtures(), basePath(), policy, strictness()));
    }

    public MockServerOptions withStrictness(Strictness other) {
        return with(new Source(contract(), fixtures(), basePath(), references(), other));
    }

    public MockServerOptions withAnswers(AnswerOptions other) {
        return new MockServerOptions(source, other, stubs, standing);
    }

    public MockServerOptions withStubs(StubPolicy other) {
        return new MockServerOptions(source, answers, other, standing);
    }

    public MockServerOptions withHost(String other) {
        return with(new Standing(other, port(), access(), limits(), state()));
    }

    public MockServerOptions withPort(int other) {
        return with(new Standing(host(), other, access(), limits(), state()));
    }

    public MockServerOptions withAccess(Access other) {
        return with(new Standing(host(), port(), other, limits(), state()));
    }

    public MockServerOptions withLimits(BodyLimits other) {
        return with(new Standing(host(), port(), access(), other, state()));
    }

    public MockServerOptions withState(Path file) {
        return with(new Standing(host(), port(), access(), limits(), file));
    }

    public @Nullable String contract() {
        return source.contract();
    }

    public @Nullable Path fixtures() {
        return source.fixtures();
    }

    public @Nullable String basePath() {
        return source.basePath();
    }

    public ReferencePolicy references() {
        return source.references();
    }

    public Strictness strictness() {
        return source.strictness();
    }

    public String host() {
        return standing.host();
    }

    public int port() {
        return standing.port();
    }

    public Access access() {
        return standing.access();
    }

    public BodyLimits limits() {
        return standing.limits();
    }

    public @Nullable Path state() {
        return standing.state();
    }
}
