package plumbline.mock.answer;

import java.util.LinkedHashSet;
import java.util.Set;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;

/**
 * Tells a client how to show credentials (RFC 9110, section 11.6.1).
 *
 * @param realm the protection space
 */
record Challenges(String realm) {
    /** {@return the response with a challenge for each way in which the operation can be called} */
    Response on(Response response, Operation operation) {
        Set<String> challenges = new LinkedHashSet<>();
        for (SecurityRequirement requirement : operation.security()) {
            for (SecurityScheme scheme : requirement.schemes()) {
                challenges.add(challenge(scheme));
            }
        }
        boolean isDocumented = operation
                .response(response.status())
                .filter(spec -> spec.headers().stream().anyMatch(header -> header.isNamed("WWW-Authenticate")))
                .isPresent();
        if (challenges.isEmpty() && isDocumented) {
            challenges.add("Bearer realm=\"" + quotable() + "\"");
        }
        return challenges.isEmpty() || response.headers().contains("WWW-Authenticate")
                ? response
                : response.withHeader("WWW-Authenticate", String.join(", ", challenges));
    }

    private String quotable() {
        return realm.replaceAll("[\"\\\\\\p{Cntrl}]|[^\\p{ASCII}]", " ");
    }

    private String challenge(SecurityScheme scheme) {
        String quoted = "realm=\"" + quotable() + "\"";
        return switch (scheme.kind()) {
            case BASIC -> "Basic " + quoted + ", charset=\"UTF-8\"";
            case DIGEST -> "Digest " + quoted + ", nonce=\"plumbline\", qop=\"auth\"";
            case BEARER, OAUTH2, OPEN_ID_CONNECT -> "Bearer " + quoted;
            case OTHER_HTTP -> scheme.httpScheme() + " " + quoted;
            case API_KEY -> "ApiKey " + quoted + ", in=\"" + scheme.in() + "\", name=\"" + scheme.parameter() + "\"";
            case MUTUAL_TLS -> "Mutual " + quoted;
        };
    }
}
