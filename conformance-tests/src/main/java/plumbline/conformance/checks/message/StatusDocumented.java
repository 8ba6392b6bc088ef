package plumbline.conformance.checks.message;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.checks.scope.Violations;
import plumbline.contract.validation.ResponseValidator;

/** The status is one that the contract documents, unless HTTP itself asks for it; 5xx is seen by another check. */
final class StatusDocumented implements Check {
    private final ResponseValidator validator;

    StatusDocumented(ResponseValidator validator) {
        this.validator = validator;
    }

    @Override
    public CheckId id() {
        return CheckId.STATUS_DOCUMENTED;
    }

    @Override
    public String purpose() {
        return "every status is documented";
    }

    @Override
    public Judgement judge(Exchange exchange) {
        int status = exchange.status();
        if (status >= 500
                || !Scope.isOfOperation(exchange)
                || exchange.subject().expectation().tolerates(status)) {
            return Judgement.notApplied();
        }
        return Violations.judgement(
                id(),
                validator.status(exchange.subject().operation(), exchange.response()),
                "answer with a documented status, or document " + status);
    }
}
