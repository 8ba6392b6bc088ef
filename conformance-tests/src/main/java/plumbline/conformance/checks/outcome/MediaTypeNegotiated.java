package plumbline.conformance.checks.outcome;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.checks.scope.Scope;

/** A client that accepts none of the documented media types gets 406, or one of them all the same (RFC 9110, 12.5.1). */
final class MediaTypeNegotiated implements Check {
    @Override
    public CheckId id() {
        return CheckId.MEDIA_TYPE_NEGOTIATED;
    }

    @Override
    public String purpose() {
        return "an Accept header that cannot be met is answered with 406 or a documented media type";
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.Negotiated)) {
            return Judgement.notApplied();
        }
        // An item that is not there, or may not be seen, is not negotiated about, nor is a redirect.
        if (!Scope.isComparedWithSuccess(exchange)
                || exchange.comparison()
                        .filter(right -> Success.isRedirect(right.status()))
                        .isPresent()) {
            return Judgement.notApplied();
        }
        int status = exchange.status();
        boolean refused = status == 406 || status == 415 || status == 400;
        if (refused || Success.hasContent(status) && Scope.content(exchange).isPresent()) {
            return Judgement.good();
        }
        String type = exchange.response().headers().first("Content-Type").orElse("no Content-Type");
        return Judgement.of(id().finding("an Accept header that cannot be met was answered with status " + status)
                .comparing(exchange.subject().expectation().text(), status + " with " + type)
                .at("header 'Content-Type'")
                .documentedAt(exchange.subject().operation().node().placeOf("/responses"))
                .withHint("answer 406, or send a documented media type"));
    }
}
