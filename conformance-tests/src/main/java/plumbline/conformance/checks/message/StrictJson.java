package plumbline.conformance.checks.message;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.checks.scope.Violations;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.ResponseValidator;

/** A body that says it is JSON is one JSON value in UTF-8, without duplicate names and with nothing behind it. */
final class StrictJson implements Check {
    private final ResponseValidator validator;

    StrictJson(ResponseValidator validator) {
        this.validator = validator;
    }

    @Override
    public CheckId id() {
        return CheckId.STRICT_JSON;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        boolean says =
                Scope.mediaType(exchange.response()).filter(MediaType::isJson).isPresent();
        boolean decoded = exchange.answer().codingFault().isEmpty();
        boolean hasBody = !exchange.response().body().isEmpty();
        if (!says || !decoded || !hasBody) {
            return Judgement.notApplied();
        }
        Operation operation = exchange.subject().operation();
        return Violations.judgement(
                id(),
                validator.json(operation, exchange.subject().request().method(), exchange.response()),
                "write the body with a JSON library, once, in UTF-8");
    }
}
