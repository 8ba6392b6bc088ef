package plumbline.conformance.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.auth.Tokens;
import plumbline.conformance.cases.CaseSources;
import plumbline.conformance.cases.requests.OperationValues;
import plumbline.conformance.cases.requests.RightPaths;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.checks.Checks;
import plumbline.conformance.credentials.Secrets;
import plumbline.conformance.http.PatientSender;
import plumbline.conformance.http.RestAssuredSender;
import plumbline.conformance.http.WaitingSender;
import plumbline.conformance.items.BodySource;
import plumbline.conformance.items.ItemKinds;
import plumbline.conformance.known.KnownItems;
import plumbline.conformance.probe.SetUp;
import plumbline.conformance.proof.BesideObserver;
import plumbline.conformance.proof.Prover;
import plumbline.conformance.result.ExchangeObserver;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.run.Pipeline;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;
import plumbline.contract.resources.Resources;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;

/**
 * Puts a run together.
 *
 * <p>Fixtures become cases if the user names a folder of them. The built-in ones become cases for the built-in contract
 * only, on this machine only, and only if the user has not named other items: there, the target is most likely the mock
 * server, which serves them; a server elsewhere has never heard of them.
 */
public final class ConformanceSuite {
    private ConformanceSuite() {}

    /**
     * {@return the run that these options describe}
     *
     * @throws plumbline.contract.document.ContractException if the contract cannot be used
     * @throws plumbline.fixtures.FixtureException if the fixtures cannot be used
     * @throws plumbline.text.UnusableInputException if a value is given for no parameter of the contract
     */
    public static ConformanceRun prepare(ConformanceOptions options) {
        Contract contract = contract(options);
        Tokens tokens = new Tokens(options.auth(), contract, options.target(), RestAssuredSender::new);
        Target target = tokens.shownTo(options.target());
        GivenValues.check(options.values().keySet(), contract);
        Schemas schemas = new Schemas(contract.version());
        Resources resources = Resources.of(contract);
        Path file = options.cases().values();
        OperationValues own = file == null ? OperationValues.none() : ValuesFile.read(file, contract);
        TestData data = new TestData(
                contract,
                schemas,
                resources,
                target,
                options.values(),
                fixtures(options, contract, schemas),
                own,
                options.cases().fuzzing());
        List<Check> checks = Checks.all(contract, schemas, resources, Secrets.of(target, contract));
        return new ConformanceRun(
                contract,
                target,
                new Pipeline(
                        CaseSources.of(options.phases(), data),
                        checks,
                        sender(options, tokens),
                        options.runOptions().withHidden(hidden(data, tokens)),
                        prover(options, contract, schemas, checks),
                        items(data),
                        KnownItems.of(data),
                        SetUp.of(data, RestAssuredSender::new, () -> documentedPaths(options))));
    }

    private static Set<String> hidden(TestData data, Tokens tokens) {
        Set<String> hidden = new HashSet<>(SecretValues.of(data));
        hidden.addAll(tokens.secrets());
        return hidden;
    }

    private static ItemKinds items(TestData data) {
        RequestSampler sampler =
                new RequestSampler(data.schemas(), data.contract().operations());
        return new ItemKinds(
                data.contract().operations(),
                CreatableKind.of(data.resources()).stream()
                        .map(resource ->
                                new Lifecycle(data.contract(), data.schemas(), sampler, resource, data.values()))
                        .toList(),
                new RightPaths(new RightRequests(data)),
                new BodySource(data.contract(), data.schemas()));
    }

    /** Only what is tested is to be proven, and only by the checks that judge. */
    private static ExchangeObserver prover(
            ConformanceOptions options, Contract contract, Schemas schemas, List<Check> checks) {
        List<Operation> tested = options.runOptions().selection().operations(contract.operations());
        return new BesideObserver(
                new Prover(
                        new Prover.Scope(contract, tested),
                        schemas,
                        options.runOptions().checks().checks(checks),
                        options.target().isWritable()),
                options.runOptions().pace().workers());
    }

    private static Sender sender(ConformanceOptions options, Tokens tokens) {
        Sender sender = tokens.through(new RestAssuredSender(options.target()));
        Duration patience = options.runOptions().pace().patience();
        return new PatientSender(
                patience.isZero() ? sender : new WaitingSender(sender, patience),
                options.target().rate());
    }

    private static Contract contract(ConformanceOptions options) {
        Optional<String> basePath = Optional.of(options.target().basePath());
        String named = options.contract();
        return named == null
                ? Contract.builtIn(basePath)
                : Contract.read(named, options.references(), basePath, options.strictness());
    }

    private static List<String> documentedPaths(ConformanceOptions options) {
        String named = options.contract();
        Contract asWritten = named == null
                ? Contract.builtIn(Optional.empty())
                : Contract.read(named, options.references(), Optional.empty());
        return asWritten.basePaths();
    }

    private static Fixtures fixtures(ConformanceOptions options, Contract contract, Schemas schemas) {
        if (options.fixtures() != null) {
            return Fixtures.load(options.fixtures(), contract, schemas);
        }
        boolean itemsAreNamed = contract.operations().stream()
                .flatMap(operation -> operation.template().names().stream())
                .anyMatch(options.values()::containsKey);
        boolean isMostLikelyMock =
                options.contract() == null && options.target().isLoopback() && !itemsAreNamed;
        return isMostLikelyMock ? Fixtures.builtIn(contract, schemas) : Fixtures.none();
    }
}
