package plumbline.mock;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Strictness;
import plumbline.contract.document.ReferencePolicy;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.engine.Access;
import plumbline.mock.engine.BodyLimits;
import plumbline.mock.engine.StubPolicy;
import plumbline.text.UnusableInputException;

/**
 * What a mock serves and where.
 *
 * @param contract a file or http(s) URL; null for the built-in contract
 * @param fixtures the folder of fixtures; null for the built-in ones with the built-in contract, and none with any other
 * @param basePath the base path to serve under; null for those of the contract's servers
 * @param host the name or address to listen on
 * @param port the port to listen on, 0 to 65535; 0 for any free one
 * @param references where references of the contract may lead
 * @param strictness what becomes of a contract with faults
 * @param answers how to answer where the contract leaves a choice
 * @param access who may administer the mock, and where it may send requests
 * @param limits how much of a body it takes
 * @param state the file that keeps what clients have written from one run to the next; null to forget it in the end
 * @param stubs what becomes of stubs that break the contract
 */
public record MockServerOptions(
        @Nullable String contract,
        @Nullable Path fixtures,
        @Nullable String basePath,
        String host,
        int port,
        ReferencePolicy references,
        Strictness strictness,
        AnswerOptions answers,
        Access access,
        BodyLimits limits,
        @Nullable Path state,
        StubPolicy stubs) {
    private static final Pattern PATH = Pattern.compile("/|/?[\\w.~!$&'()*+,;=:@%-]+(/[\\w.~!$&'()*+,;=:@%-]+)*/?|");
    private static final int LAST_PORT = 65_535;

    /** The port that is used where none is named. */
    public static final int DEFAULT_PORT = 8080;

    public MockServerOptions {
        if (state != null && answers.isStateless()) {
            throw new UnusableInputException("a mock that remembers nothing cannot keep it in " + state);
        }
        if (port < 0 || port > LAST_PORT) {
            throw new UnusableInputException("a port is a number from 0 to " + LAST_PORT + ", not " + port);
        }
        if (basePath != null && !PATH.matcher(basePath).matches()) {
            throw new UnusableInputException("a base path is the path of a URL like /api, not '" + basePath + "'");
        }
    }

    /** {@return the built-in contract with its fixtures on 127.0.0.1:8080} */
    public static MockServerOptions defaults() {
        return new MockServerOptions(
                null,
                null,
                null,
                "127.0.0.1",
                DEFAULT_PORT,
                ReferencePolicy.strict(),
                Strictness.TOLERANT,
                AnswerOptions.defaults(),
                Access.defaults(),
                BodyLimits.defaults(),
                null,
                StubPolicy.WARN);
    }

    /** {@return the same options, but for what cannot be changed while a mock runs, which is that of others} */
    public MockServerOptions listeningAs(MockServerOptions others) {
        return new MockServerOptions(
                contract,
                fixtures,
                basePath,
                others.host,
                others.port,
                references,
                strictness,
                answers,
                others.access,
                others.limits,
                others.state,
                stubs);
    }

    public MockServerOptions withContract(String fileOrUrl) {
        return new MockServerOptions(
                fileOrUrl,
                fixtures,
                basePath,
                host,
                port,
                references,
                strictness,
                answers,
                access,
                limits,
                state,
                stubs);
    }

    public MockServerOptions withContract(Path file) {
        return withContract(file.toString());
    }

    public MockServerOptions withFixtures(Path folder) {
        return new MockServerOptions(
                contract, folder, basePath, host, port, references, strictness, answers, access, limits, state, stubs);
    }

    public MockServerOptions withBasePath(String path) {
        return new MockServerOptions(
                contract, fixtures, path, host, port, references, strictness, answers, access, limits, state, stubs);
    }

    public MockServerOptions withHost(String other) {
        return new MockServerOptions(
                contract,
                fixtures,
                basePath,
                other,
                port,
                references,
                strictness,
                answers,
                access,
                limits,
                state,
                stubs);
    }

    public MockServerOptions withPort(int other) {
        return new MockServerOptions(
                contract,
                fixtures,
                basePath,
                host,
                other,
                references,
                strictness,
                answers,
                access,
                limits,
                state,
                stubs);
    }

    public MockServerOptions withReferences(ReferencePolicy policy) {
        return new MockServerOptions(
                contract, fixtures, basePath, host, port, policy, strictness, answers, access, limits, state, stubs);
    }

    public MockServerOptions withStrictness(Strictness other) {
        return new MockServerOptions(
                contract, fixtures, basePath, host, port, references, other, answers, access, limits, state, stubs);
    }

    public MockServerOptions withAnswers(AnswerOptions options) {
        return new MockServerOptions(
                contract,
                fixtures,
                basePath,
                host,
                port,
                references,
                strictness,
                options,
                access,
                limits,
                state,
                stubs);
    }

    public MockServerOptions withAccess(Access other) {
        return new MockServerOptions(
                contract, fixtures, basePath, host, port, references, strictness, answers, other, limits, state, stubs);
    }

    public MockServerOptions withLimits(BodyLimits other) {
        return new MockServerOptions(
                contract, fixtures, basePath, host, port, references, strictness, answers, access, other, state, stubs);
    }

    public MockServerOptions withState(Path file) {
        return new MockServerOptions(
                contract, fixtures, basePath, host, port, references, strictness, answers, access, limits, file, stubs);
    }

    public MockServerOptions withStubs(StubPolicy other) {
        return new MockServerOptions(
                contract,
                fixtures,
                basePath,
                host,
                port,
                references,
                strictness,
                answers,
                access,
                limits,
                state,
                other);
    }
}
