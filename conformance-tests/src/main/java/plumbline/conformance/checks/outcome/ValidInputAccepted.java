package plumbline.conformance.checks.outcome;

import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.checks.scope.Scope;

/**
 * A request that is just about valid is not refused as invalid. Only where a request like it succeeds, or is refused for
 * what exists: else it may be refused for what both have in common.
 */
final class ValidInputAccepted implements Check {
    private static final Set<Integer> INVALID = Set.of(400, 415, 422);

    @Override
    public CheckId id() {
        return CheckId.VALID_INPUT_ACCEPTED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.InputAccepted expectation)) {
            return Judgement.notApplied();
        }
        int status = exchange.status();
        if (status < 400 || Scope.isOfState(status)) {
            return Judgement.good();
        }
        if (!INVALID.contains(status) || !Scope.isComparedWithValid(exchange)) {
            return Judgement.notApplied();
        }
        return Judgement.of(id().finding(expectation.what() + " was refused with status " + status)
                .comparing(expectation.text(), Integer.toString(status))
                .at("status")
                .documentedAt(exchange.subject().operation().node().place())
                .withHint("accept it, or narrow the contract"));
    }
}
