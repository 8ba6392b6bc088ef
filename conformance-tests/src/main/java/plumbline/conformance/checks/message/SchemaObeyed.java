package plumbline.conformance.checks.message;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.checks.scope.Violations;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Violation;

/** A body obeys the schema that is documented for it, and is there where one is. */
final class SchemaObeyed implements Check {
    private final ResponseValidator validator;

    SchemaObeyed(ResponseValidator validator) {
        this.validator = validator;
    }

    @Override
    public CheckId id() {
        return CheckId.SCHEMA;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        Optional<ResponseSpec> spec = Scope.documented(exchange).filter(found -> hasSchema(exchange, found));
        if (spec.isEmpty() || !exchange.answer().codingFault().isEmpty()) {
            return Judgement.notApplied();
        }
        Operation operation = exchange.subject().operation();
        List<Violation> violations = validator.body(operation, operation.method(), exchange.response());
        return Violations.judgement(id(), violations, "send what is documented, or document what is sent");
    }

    private static boolean hasSchema(Exchange exchange, ResponseSpec spec) {
        if (Response.isBodiless(exchange.status())) {
            return false;
        }
        return exchange.response().body().isEmpty()
                ? spec.content().stream().anyMatch(type -> type.schema() != null)
                : Scope.content(exchange).filter(type -> type.schema() != null).isPresent();
    }
}
