package plumbline.conformance.checks.message;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.checks.scope.Violations;
import plumbline.contract.validation.ResponseValidator;

/** Documented response headers are there if required, and valid. */
final class HeadersDocumented implements Check {
    private final ResponseValidator validator;

    HeadersDocumented(ResponseValidator validator) {
        this.validator = validator;
    }

    @Override
    public CheckId id() {
        return CheckId.HEADERS_DOCUMENTED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        boolean described = Scope.documented(exchange)
                .filter(spec -> !spec.headers().isEmpty())
                .isPresent();
        return described
                ? Violations.judgement(
                        id(),
                        validator.headers(exchange.subject().operation(), exchange.response()),
                        "send the header as documented")
                : Judgement.notApplied();
    }
}
