package plumbline.conformance.checks;

import java.util.ArrayList;
import java.util.List;
import plumbline.conformance.Check;
import plumbline.conformance.checks.message.MessageChecks;
import plumbline.conformance.checks.outcome.OutcomeChecks;
import plumbline.conformance.checks.secrecy.SecrecyChecks;
import plumbline.conformance.credentials.Secrets;
import plumbline.contract.Contract;
import plumbline.contract.resources.Resources;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;

/** All checks, in the order in which findings are best read. */
public final class Checks {
    private Checks() {}

    /** {@return all checks for a contract and a target with these secrets} */
    public static List<Check> all(Contract contract, Schemas schemas, Resources resources, Secrets secrets) {
        List<Check> checks = new ArrayList<>(all(contract, schemas, resources));
        checks.add(SecrecyChecks.of(secrets));
        return checks;
    }

    /** {@return all checks for a contract that know nothing of the target} */
    public static List<Check> all(Contract contract, Schemas schemas) {
        return all(contract, schemas, Resources.of(contract));
    }

    private static List<Check> all(Contract contract, Schemas schemas, Resources resources) {
        ResponseValidator validator = new ResponseValidator(schemas);
        List<Check> checks = new ArrayList<>(OutcomeChecks.all(validator));
        checks.addAll(MessageChecks.all(contract, schemas, resources, validator));
        checks.addAll(SecrecyChecks.all());
        return checks;
    }
}
