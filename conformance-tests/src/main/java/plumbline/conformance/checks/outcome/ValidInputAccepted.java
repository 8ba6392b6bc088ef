package plumbline.conformance.checks.outcome;

import java.util.Set;
import java.util.regex.Pattern;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.Request;

/**
 * A request that is just about valid is not refused as invalid. Only where a request like it succeeds, or is refused for
 * what exists: else it may be refused for what both have in common.
 */
final class ValidInputAccepted implements Check {
    private static final Set<Integer> INVALID = Set.of(400, 415, 422);
    private static final Pattern NULL = Pattern.compile(":\\s*null\\s*[,}]");

    @Override
    public CheckId id() {
        return CheckId.VALID_INPUT_ACCEPTED;
    }

    /** A null of a merge patch takes a member away (RFC 7396), which the item may need, whatever the patch may say. */
    private static boolean isRemoval(Request request) {
        boolean isMergePatch = request.headers()
                .first("Content-Type")
                .filter(type -> type.contains("merge-patch+json"))
                .isPresent();
        return isMergePatch && NULL.matcher(request.body().text()).find();
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
        if (!INVALID.contains(status)
                || !Scope.isComparedWithValid(exchange)
                || isRemoval(exchange.subject().request())) {
            return Judgement.notApplied();
        }
        return Judgement.of(id().finding(expectation.what() + " was refused with status " + status)
                .comparing(expectation.text(), Integer.toString(status))
                .at("status")
                .documentedAt(exchange.subject().operation().node().place())
                .withHint("accept it, or narrow the contract"));
    }
}
