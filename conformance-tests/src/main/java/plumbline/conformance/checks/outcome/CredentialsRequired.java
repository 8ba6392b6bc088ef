package plumbline.conformance.checks.outcome;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.checks.scope.Scope;

/** Requests without good credentials are refused with 401, or with 403 where that is documented. */
final class CredentialsRequired implements Check {
    @Override
    public CheckId id() {
        return CheckId.CREDENTIALS_REQUIRED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.Unauthorized expectation)) {
            return Judgement.notApplied();
        }
        int status = exchange.status();
        boolean forbidden =
                status == 403 && exchange.subject().operation().response(status).isPresent();
        if (status == 401 || forbidden) {
            return Judgement.good();
        }
        // Nothing is documented of HEAD, so that it may be refused for itself.
        if ("HEAD".equals(exchange.subject().request().method()) && !Scope.isSuccess(exchange)) {
            return Judgement.good();
        }
        return Judgement.of(id().finding(
                        Scope.isSuccess(exchange)
                                ? "bad credentials were accepted"
                                : "bad credentials were answered with status " + status)
                .comparing(exchange.subject().expectation().text(), Integer.toString(status))
                .at("status")
                .documentedAt(
                        exchange.subject().operation().security().get(0).node().place())
                .withHint(
                        expectation.lookRight()
                                ? "compare the credentials with the right ones, and answer 401; check a mock that takes"
                                        + " any of them without giving some"
                                : status == 403
                                        ? "answer 401, or document 403"
                                        : "look at the credentials before anything else, and answer 401"));
    }
}
