package plumbline.conformance.checks.message;

import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;

/** A redirect says where to (RFC 9110, section 15.4); it is not followed, since only the answer itself is documented. */
final class RedirectLeadsSomewhere implements Check {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    @Override
    public CheckId id() {
        return CheckId.REDIRECT_LEADS_SOMEWHERE;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!REDIRECTS.contains(exchange.status())) {
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
