package plumbline.conformance.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.conformance.Check;
import plumbline.conformance.target.Secrets;
import plumbline.contract.Contract;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;

/** All checks, in the order in which findings are best read. */
public final class Checks {
    private Checks() {}

    /** {@return all checks for a contract and a target with these secrets} */
    public static List<Check> all(Contract contract, Schemas schemas, Secrets secrets) {
        List<Check> checks = new ArrayList<>(all(contract, schemas));
        checks.add(new CredentialsHidden(secrets));
        return checks;
    }

    /** {@return the ids by which findings of checks are reported and ignored} */
    public static List<String> ids() {
        Contract contract = Contract.builtIn(Optional.empty());
        List<String> ids = new ArrayList<>(all(contract, new Schemas(contract.version())).stream()
                .map(Check::id)
                .toList());
        ids.addAll(List.of("credentials-hidden", "connection", "content-length"));
        return ids;
    }

    /** {@return all checks for a contract that know nothing of the target} */
    public static List<Check> all(Contract contract, Schemas schemas) {
        ResponseValidator validator = new ResponseValidator(schemas);
        return List.of(
                new NoServerError(),
                new ExpectedStatus(),
                new CredentialsRequired(),
                new RefusalDoesNotLeak(validator),
                new Challenge(),
                new UndocumentedMethodRefused(),
                new UndocumentedValueRefused(),
                new ValidInputAccepted(),
                new InvalidInputRefused(),
                new UnknownItemNotFound(),
                new MediaTypeNegotiated(),
                new StatusDocumented(validator),
                new MediaTypeDocumented(validator),
                new HeadersDocumented(validator),
                new ContentDecodable(),
                new ContentLength(),
                new StrictJson(validator),
                new SchemaObeyed(validator),
                new PathValueReturned(contract),
                new RepeatableGet(),
                new HeadAgreesWithGet(),
                new CharsetTrue(),
                new RedirectLeadsSomewhere(),
                new InternalsHidden(),
                new UndocumentedProperties(schemas),
                new UndocumentedHeaders());
    }
}
