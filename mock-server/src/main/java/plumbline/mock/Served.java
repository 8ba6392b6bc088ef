package plumbline.mock;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.TracedSource;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.life.Life;
import plumbline.mock.life.LifeOptions;

/**
 * What a mock serves, read from where its options say.
 *
 * @param options the options
 * @param contract the contract
 * @param schemas the schemas of the contract
 * @param fixtures the fixtures
 */
record Served(MockServerOptions options, Contract contract, Schemas schemas, Fixtures fixtures) {
    /**
     * {@return what these options name}
     *
     * @param asked takes the address of each document that is asked for
     * @throws plumbline.contract.document.ContractException if the contract cannot be used
     * @throws plumbline.fixtures.FixtureException if the fixtures cannot be used
     */
    static Served read(MockServerOptions options, Consumer<URI> asked) {
        Optional<String> basePath = Optional.ofNullable(options.basePath());
        Contract contract = options.contract() == null
                ? Contract.builtIn(basePath)
                : Contract.read(
                        new TracedSource(Contract.source(options.contract(), options.references()), asked),
                        basePath,
                        options.strictness());
        Schemas schemas = new Schemas(contract.version());
        return new Served(options, contract, schemas, fixtures(options, contract, schemas));
    }

    private static Fixtures fixtures(MockServerOptions options, Contract contract, Schemas schemas) {
        if (options.fixtures() != null) {
            return Fixtures.load(options.fixtures(), contract, schemas);
        }
        return options.contract() == null ? Fixtures.builtIn(contract, schemas) : Fixtures.none();
    }

    /** {@return what is remembered, in the place of what was before; null if nothing is} */
    @Nullable
    Life life(@Nullable Life before, MockListener listener) {
        AnswerOptions answers = options.answers();
        if (answers.isStateless()) {
            return null;
        }
        LifeOptions how = LifeOptions.of(answers.seed(), answers.unknown() == AnswerOptions.Unknown.SAMPLE)
                .withFile(options.state());
        return before == null
                ? new Life(
                        contract, fixtures, schemas, how, failure -> listener.failed("of keeping the state", failure))
                : before.under(contract, fixtures, schemas, how);
    }
}
