package plumbline.conformance.checks.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Success;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.checks.scope.Violations;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Violation;
import plumbline.finding.Finding;

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
    public Judgement judge(Exchange exchange) {
        int status = exchange.status();
        if (status >= 500
                || !Scope.isOfOperation(exchange)
                || exchange.subject().expectation().tolerates(status)) {
            return Judgement.notApplied();
        }
        Operation operation = exchange.subject().operation();
        List<Violation> violations = validator.status(operation, exchange.response());
        return violations.isEmpty() && isHiddenByDefault(operation, status)
                ? Judgement.of(hidden(operation, status))
                : Violations.judgement(id(), violations, "answer with a documented status, or document " + status);
    }

    /** Where a success is documented, the default speaks of failures, unless it says the same as that success. */
    private static boolean isHiddenByDefault(Operation operation, int status) {
        Optional<ResponseSpec> spec = operation.response(status).filter(found -> "default".equals(found.key()));
        List<ResponseSpec> successes =
                operation.responses().stream().filter(ResponseSpec::isSuccess).toList();
        return Success.hasContent(status)
                && spec.isPresent()
                && !successes.isEmpty()
                && successes.stream()
                        .noneMatch(success ->
                                !schemas(success).isEmpty() && schemas(success).equals(schemas(spec.get())));
    }

    private static List<Place> schemas(ResponseSpec response) {
        return response.content().stream()
                .flatMap(type -> Optional.ofNullable(type.schema()).stream())
                .map(schema -> schema.node().resolved().place())
                .toList();
    }

    private Finding hidden(Operation operation, int status) {
        String successes = operation.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .map(ResponseSpec::key)
                .collect(Collectors.joining(", "));
        return id().finding("status " + status + " is a success that only the default response covers")
                .comparing(successes + ", the successes that are documented", Integer.toString(status))
                .at("status")
                .documentedAt(operation.node().placeOf("/responses"))
                .withHint("answer with a documented success, or document " + status);
    }
}
