package plumbline.conformance.checks.message;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.contract.http.Response;

/** A redirect says where to (RFC 9110, section 15.4); it is not followed, since only the answer itself is documented. */
final class RedirectLeadsSomewhere implements Check {
    @Override
    public CheckId id() {
        return CheckId.REDIRECT_LEADS_SOMEWHERE;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!Response.leadsElsewhere(exchange.status())) {
            return Judgement.notApplied();
        }
        boolean leads = exchange.response()
                .headers()
                .first("Location")
                .filter(location -> !location.isBlank())
                .isPresent();
        return leads
                ? Judgement.good()
                : Judgement.of(id().finding("a redirect came without Location")
                        .comparing("a Location header (RFC 9110, section 15.4)", "none")
                        .at("header 'Location'")
                        .withHint("say where to in Location"));
    }
}
