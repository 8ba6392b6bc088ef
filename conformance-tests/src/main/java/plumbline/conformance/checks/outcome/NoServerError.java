package plumbline.conformance.checks.outcome;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.contract.operation.Operation;

/** No request makes the server fail; 501 is a fair answer to an unknown method. */
final class NoServerError implements Check {
    @Override
    public CheckId id() {
        return CheckId.NO_SERVER_ERROR;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        int status = exchange.status();
        boolean notImplemented = status == 501
                && (exchange.subject().expectation() instanceof Expectation.MethodRefused
                        || exchange.subject().expectation() instanceof Expectation.LikeGet);
        if (status < 500 || notImplemented || failsByContract(exchange.subject().operation())) {
            return Judgement.good();
        }
        return Judgement.of(id().finding("the server failed with status " + status)
                .comparing(exchange.subject().expectation().text(), Integer.toString(status))
                .at("status")
                .withHint("find the cause in the log of the server"));
    }

    /** An operation that is documented to fail, and for nothing else, cannot be answered otherwise. */
    private static boolean failsByContract(Operation operation) {
        return !operation.responses().isEmpty()
                && operation.responses().stream()
                        .allMatch(response -> response.key().startsWith("5"));
    }
}
