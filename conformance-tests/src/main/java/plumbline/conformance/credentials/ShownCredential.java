package plumbline.conformance.credentials;

import plumbline.contract.http.Request;
import plumbline.contract.operation.SecurityScheme;

/**
 * What is shown for one security scheme.
 *
 * @param value a token, a key, or user and password with a colon between them
 */
record ShownCredential(SecurityScheme scheme, String value) {
    Request in(Request request) {
        return switch (scheme.kind()) {
            case BASIC -> request.withHeader("Authorization", Credentials.basic(value));
            case API_KEY -> withKey(request);
            case MUTUAL_TLS -> request;
            default -> request.withHeader("Authorization", scheme.httpScheme() + " " + value);
        };
    }

    private Request withKey(Request request) {
        return switch (scheme.in()) {
            case QUERY -> request.withQueryValue(scheme.parameter(), value);
            case COOKIE -> request.withCookie(scheme.parameter(), value);
            default -> request.withHeader(scheme.parameter(), value);
        };
    }
}
