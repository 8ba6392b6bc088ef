package plumbline.conformance.checks.outcome;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.checks.scope.Scope;

/** What does not exist is not answered with something that does. */
final class UnknownItemNotFound implements Check {
    @Override
    public CheckId id() {
        return CheckId.UNKNOWN_ITEM_NOT_FOUND;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.NotFound expectation)) {
            return Judgement.notApplied();
        }
        int status = exchange.status();
        if (status / 100 == 4 && status != 401 && status != 429) {
            return Judgement.good();
        }
        if (!expectation.isUnlike() && !Scope.isComparedWithSuccess(exchange)) {
            return Judgement.notApplied();
        }
        return Judgement.of(id().finding("an item that should not exist was answered with status " + status)
                .comparing(
                        exchange.subject().expectation().text(),
                        status + " " + Scope.excerpt(exchange.response().body().text()))
                .at("status")
                .documentedAt(exchange.subject().operation().node().placeOf("/responses"))
                .withHint("answer 404 for what does not exist"));
    }
}
