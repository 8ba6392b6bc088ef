package plumbline.conformance.checks.outcome;

import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.result.RunSetting;
import plumbline.contract.operation.Operation;

/** A request whose outcome is known is answered with the status that goes with it; 5xx is seen by another check. */
final class ExpectedStatus implements Check {
    private static final Set<Integer> BUSINESS = Set.of(400, 404, 409, 412, 422);

    @Override
    public CheckId id() {
        return CheckId.EXPECTED_STATUS;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        Expectation expectation = exchange.subject().expectation();
        int status = exchange.status();
        if (status >= 500) {
            return Judgement.notApplied();
        }
        if (expectation instanceof Expectation.Success && isAboutState(exchange)) {
            return Judgement.notApplied();
        }
        if (expectation instanceof Expectation.Success) {
            // Whether a 2xx is documented is seen by another check.
            if (Success.hasContent(status) || Scope.isSuccess(exchange)) {
                return Judgement.good();
            }
            return isBusiness(exchange) || isUnheardOf(exchange) ? Judgement.notApplied() : unexpected(exchange);
        }
        if (expectation instanceof Expectation.Exactly exactly) {
            return status == exactly.status() ? Judgement.good() : unexpected(exchange);
        }
        return expectation instanceof Expectation.OpenToAll ? open(exchange) : Judgement.notApplied();
    }

    /** An example may be taken by what exists, and what is to be removed by example may be gone, where that is documented. */
    private static boolean isAboutState(Exchange exchange) {
        Operation operation = exchange.subject().operation();
        int status = exchange.status();
        boolean isGone = Success.isAbsence(status) && "DELETE".equals(operation.method());
        boolean isTaken = status == 409 && !operation.isSafe();
        return (isGone || isTaken)
                && operation
                        .response(status)
                        .filter(response -> !"default".equals(response.key()))
                        .isPresent();
    }

    /** Where no success is documented, a documented refusal is all that an answer can be. */
    private static boolean isUnheardOf(Exchange exchange) {
        Operation operation = exchange.subject().operation();
        return !Success.isDocumented(operation)
                && operation.response(exchange.status()).isPresent();
    }

    /** Where nothing is asked for by a value, a documented refusal is for reasons that no contract can tell. */
    private static boolean isBusiness(Exchange exchange) {
        boolean isDocumented = exchange.subject().operation().responses().stream()
                .anyMatch(response -> response.key().equals(Integer.toString(exchange.status())));
        return isDocumented
                && BUSINESS.contains(exchange.status())
                && exchange.subject().operation().template().names().isEmpty()
                && exchange.subject().request().query().isEmpty()
                && exchange.subject().request().body().isEmpty();
    }

    /** Who logs in may be told that the credentials in the body are wrong: where nothing succeeded, 401 may be documented. */
    private Judgement open(Exchange exchange) {
        int status = exchange.status();
        if (Scope.isSuccess(exchange)) {
            return Judgement.good();
        }
        boolean isAsked =
                status == 401 && exchange.subject().operation().response(status).isEmpty();
        if (status == 429 || !isAsked && !Scope.isComparedWithSuccess(exchange)) {
            return Judgement.notApplied();
        }
        return Judgement.of(
                id().finding("a request that needs no credentials was answered without them with status " + status)
                        .comparing(exchange.subject().expectation().text(), Integer.toString(status))
                        .at("status")
                        .documentedAt(exchange.subject().operation().node().place())
                        .withHint("ask for no credentials, or document a security requirement"));
    }

    private Judgement unexpected(Exchange exchange) {
        int status = exchange.status();
        return Judgement.of(id().finding("a right request was answered with status " + status)
                .comparing(exchange.subject().expectation().text(), Integer.toString(status))
                .at("status")
                .documentedAt(exchange.subject().operation().node().placeOf("/responses"))
                .withHint(hint(status, exchange.subject().operation())));
    }

    private static String hint(int status, Operation operation) {
        return switch (status) {
            case 401, 403 -> "give credentials that may do this, with " + RunSetting.credentials(operation);
            case 404 -> "make sure that the item exists, or name one that does with " + RunSetting.VALUE;
            case 429 -> "keep to the limit of the server with " + RunSetting.RATE;
            default ->
                Success.isRedirect(status)
                        ? "answer without a redirect, or document it, or mend the base URL"
                        : "accept what is documented";
        };
    }
}
