package plumbline.conformance.credentials;

import plumbline.contract.http.PercentCoding;
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
            case QUERY -> {
                String pair = PercentCoding.encode(scheme.parameter()) + "=" + PercentCoding.encode(value);
                yield request.withQuery(request.query().isEmpty() ? pair : request.query() + "&" + pair);
            }
            case COOKIE -> request.withHeader("Cookie", scheme.parameter() + "=" + value);
            default -> request.withHeader(scheme.parameter(), value);
        };
    }
}
