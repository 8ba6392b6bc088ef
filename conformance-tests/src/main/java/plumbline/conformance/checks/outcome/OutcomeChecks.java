package plumbline.conformance.checks.outcome;

import java.util.List;
import plumbline.conformance.Check;
import plumbline.contract.validation.ResponseValidator;

/** The checks of what a server does with a request. */
public final class OutcomeChecks {
    private OutcomeChecks() {}

    /** {@return all of them, in the order in which findings are best read} */
    public static List<Check> all(ResponseValidator validator) {
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
                new MediaTypeNegotiated());
    }
}
