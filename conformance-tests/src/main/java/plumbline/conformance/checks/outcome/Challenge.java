package plumbline.conformance.checks.outcome;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.SecurityScheme;

/** 401 says how to do better, in WWW-Authenticate (RFC 9110, section 15.5.2). */
final class Challenge implements Check {
    @Override
    public CheckId id() {
        return CheckId.CHALLENGE;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (exchange.status() != 401 || !usesAuthorization(exchange.subject().operation())) {
            return Judgement.notApplied();
        }
        boolean challenges =
                exchange.response().headers().all("WWW-Authenticate").stream().anyMatch(value -> !value.isBlank());
        return challenges
                ? Judgement.good()
                : Judgement.of(id().finding("401 came without a challenge")
                        .comparing("a WWW-Authenticate header (RFC 9110, section 15.5.2)", "none")
                        .at("header 'WWW-Authenticate'")
                        .documentedAt(exchange.subject()
                                .operation()
                                .security()
                                .get(0)
                                .node()
                                .place())
                        .withHint("add WWW-Authenticate with the scheme and a realm"));
    }

    private static boolean usesAuthorization(Operation operation) {
        return operation.security().stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .map(SecurityScheme::kind)
                .anyMatch(kind -> kind != SecurityScheme.Kind.API_KEY && kind != SecurityScheme.Kind.MUTUAL_TLS);
    }
}
