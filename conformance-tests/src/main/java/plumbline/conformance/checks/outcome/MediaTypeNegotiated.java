package plumbline.conformance.checks.outcome;

import java.util.Optional;
import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.finding.Finding;

/**
 * A client that accepts a documented media type alone gets it; one that accepts none of them gets 406, or, where 406 is not
 * documented, one of them all the same (RFC 9110, section 12.5.1).
 */
final class MediaTypeNegotiated implements Check {
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 406, 415);

    @Override
    public CheckId id() {
        return CheckId.MEDIA_TYPE_NEGOTIATED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.Negotiated wanted)) {
            return Judgement.notApplied();
        }
        // An item that is not there, or may not be seen, is not negotiated about, nor is a redirect.
        Optional<Response> right = exchange.comparison()
                .filter(response -> Scope.isComparedWithSuccess(exchange) && !Success.isRedirect(response.status()));
        if (right.isEmpty()) {
            return Judgement.notApplied();
        }
        if (!wanted.isOffered()) {
            return unmet(exchange, wanted);
        }
        return isChoice(wanted.accept(), right.get()) ? met(exchange, wanted) : Judgement.notApplied();
    }

    private Judgement unmet(Exchange exchange, Expectation.Negotiated wanted) {
        int status = exchange.status();
        boolean refused = status == 406 || status == 415 || status == 400;
        boolean isServed = Success.hasContent(status) && Scope.content(exchange).isPresent() && !wanted.isRefusable();
        return refused || isServed
                ? Judgement.good()
                : Judgement.of(
                        finding(exchange, "an Accept header that cannot be met was answered with status " + status)
                                .withHint("answer 406, or send a documented media type, where 406 is not documented"));
    }

    private Judgement met(Exchange exchange, Expectation.Negotiated wanted) {
        int status = exchange.status();
        if (REFUSALS.contains(status)) {
            return Judgement.of(finding(exchange, "a documented media type was refused with status " + status)
                    .withHint("send it, or do not document it"));
        }
        if (!Success.hasContent(status) || !isOfferedWith(exchange, wanted.accept())) {
            return Judgement.notApplied();
        }
        boolean isMet = Scope.mediaType(exchange.response())
                .filter(type -> covers(wanted.accept(), type))
                .isPresent();
        return isMet
                ? Judgement.good()
                : Judgement.of(finding(exchange, "a documented media type was asked for, and another one came")
                        .withHint("look at Accept, or document one media type"));
    }

    private static boolean isOfferedWith(Exchange exchange, MediaType accept) {
        return Scope.documented(exchange)
                .filter(spec -> spec.content().stream().anyMatch(offer -> accept.covers(offer.mediaType())))
                .isPresent();
    }

    /** Parameters say more of what is sent than clients ask for. */
    private static boolean covers(MediaType accept, MediaType sent) {
        return accept.covers(sent) || !accept.isRange() && accept.essence().equals(sent.essence());
    }

    /**
     * Whether somebody may choose: a picture is of the type that it is, but what is made of data can be made in another type,
     * and what came unasked can come again.
     */
    private static boolean isChoice(MediaType accept, Response right) {
        Optional<MediaType> unasked = Scope.mediaType(right);
        boolean isSame = unasked.filter(type -> covers(accept, type)).isPresent();
        boolean isMade = unasked.filter(type -> type.shape() == BodyShape.TREE || type.shape() == BodyShape.SEQUENCE)
                .isPresent();
        return isSame || isMade && !accept.isRange() && accept.shape() != BodyShape.OCTETS;
    }

    private Finding finding(Exchange exchange, String message) {
        String type = exchange.response().headers().first("Content-Type").orElse("no Content-Type");
        return id().finding(message)
                .comparing(exchange.subject().expectation().text(), exchange.status() + " with " + type)
                .at("header 'Content-Type'")
                .documentedAt(exchange.subject().operation().node().placeOf("/responses"));
    }
}
