package plumbline.conformance.checks.outcome;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.operation.Operation;

/** A value that the contract rules out is refused with a documented 4xx status. */
final class UndocumentedValueRefused implements Check {
    @Override
    public CheckId id() {
        return CheckId.UNDOCUMENTED_VALUE_REFUSED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.ValueRefused expectation)) {
            return Judgement.notApplied();
        }
        int status = exchange.status();
        // Where a right value is refused, too, it is not the value that is refused.
        boolean isUntelling = !Scope.isComparedWithSuccess(exchange)
                && (!Scope.isComparedWithValid(exchange) || Scope.isOfState(status));
        if (exchange.comparison().isPresent() && (isUntelling || Scope.isRedirectedElsewhere(exchange))) {
            return Judgement.notApplied();
        }
        if (status / 100 == 4 && status != 401 && status != 429) {
            return Judgement.good();
        }
        Operation operation = exchange.subject().operation();
        return Judgement.of(id().finding("'" + expectation.value() + "' as " + expectation.parameter()
                        + " was answered with status " + status)
                .comparing(expectation.text(), Integer.toString(status))
                .at("status")
                .documentedAt(operation.parameters().stream()
                        .filter(parameter -> expectation.parameter().endsWith("'" + parameter.name() + "'"))
                        .findFirst()
                        .map(parameter -> parameter.node().place())
                        .orElseGet(() -> operation.node().place()))
                .withHint("refuse values that are not documented, or document them"));
    }
}
