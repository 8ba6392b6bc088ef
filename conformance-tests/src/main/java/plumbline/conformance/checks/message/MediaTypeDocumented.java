package plumbline.conformance.checks.message;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.checks.scope.Violations;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.ResponseValidator;

/** Where the contract describes the content of a response, its media type is one of those described. */
final class MediaTypeDocumented implements Check {
    private final ResponseValidator validator;

    MediaTypeDocumented(ResponseValidator validator) {
        this.validator = validator;
    }

    @Override
    public CheckId id() {
        return CheckId.MEDIA_TYPE_DOCUMENTED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        boolean described = Scope.documented(exchange)
                .filter(spec -> !spec.content().isEmpty() && !Response.isBodiless(exchange.status()))
                .isPresent();
        if (!described) {
            return Judgement.notApplied();
        }
        Operation operation = exchange.subject().operation();
        return Violations.judgement(
                id(),
                validator.mediaType(operation, operation.method(), exchange.response()),
                "send a documented Content-Type, or document this one");
    }
}
