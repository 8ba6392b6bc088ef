package plumbline.conformance.checks.outcome;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.Response;
import plumbline.finding.Finding;

/** A request that is wrong in one way is refused with a 4xx status; whether that is documented is seen by another check. */
final class InvalidInputRefused implements Check {
    /** These say nothing of the request. */
    private static final Set<Integer> UNTELLING = Set.of(401, 403, 429);

    @Override
    public CheckId id() {
        return CheckId.INVALID_INPUT_REFUSED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.InputRefused expectation)) {
            return Judgement.notApplied();
        }
        int status = exchange.status();
        boolean redirected = Success.isRedirect(status)
                && (!Scope.isComparedWithSuccess(exchange) || Scope.isRedirectedElsewhere(exchange));
        if (status >= 500 || redirected || UNTELLING.contains(status)) {
            return Judgement.notApplied();
        }
        if (status / 100 == 4) {
            // Where a right request is answered the same, or nearly so, it is not the fault that is refused.
            boolean isLikeRight = exchange.comparison()
                    .map(Response::status)
                    .filter(right -> right == status || Scope.isOfState(right) && Scope.isOfState(status))
                    .isPresent();
            return isLikeRight ? Judgement.notApplied() : Judgement.good();
        }
        Finding taken = id().finding(expectation.fault() + ", but was answered with status " + status)
                .comparing(expectation.text(), Integer.toString(status))
                .at("status")
                .documentedAt(Objects.requireNonNullElseGet(
                        expectation.place(),
                        () -> exchange.subject().operation().node().place()))
                .withHint("refuse it with a documented 4xx status such as 400 or 422, or widen the contract");
        return expectation.isMoot() ? Judgement.noting(List.of(taken)) : Judgement.of(taken);
    }
}
