package plumbline.conformance.cases;

import java.util.List;
import plumbline.contract.http.Request;
import plumbline.contract.operation.SecurityScheme;

/**
 * Credentials that must be refused.
 *
 * @param name in what way they are bad
 * @param value the header, query or cookie value that is sent
 * @param looksRight whether only the server can know that they are bad
 */
record BadCredentials(String name, String value, boolean looksRight) {
    /** {@return bad credentials of a scheme} */
    static List<BadCredentials> of(SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case BASIC ->
                List.of(
                        malformed("empty credentials", "Basic"),
                        malformed("wrong scheme", "Bearer plumbline"),
                        malformed("malformed credentials", "Basic ***"),
                        malformed("credentials without colon", "Basic cGx1bWJsaW5l"),
                        // plumbline-nobody:wrong
                        new BadCredentials("wrong credentials", "Basic cGx1bWJsaW5lLW5vYm9keTp3cm9uZw==", true));
            case BEARER, OAUTH2, OPEN_ID_CONNECT ->
                List.of(
                        malformed("empty credentials", "Bearer"),
                        malformed("wrong scheme", "Basic cGx1bWJsaW5lOnBsdW1ibGluZQ=="),
                        new BadCredentials("wrong credentials", "Bearer plumbline-wrong", true));
            case API_KEY ->
                List.of(
                        malformed("empty credentials", ""),
                        new BadCredentials("wrong credentials", "plumbline-wrong", true));
            case DIGEST, OTHER_HTTP ->
                List.of(
                        malformed("empty credentials", scheme.httpScheme()),
                        malformed("wrong scheme", "Plumbline plumbline"));
            case MUTUAL_TLS -> List.of();
        };
    }

    private static BadCredentials malformed(String name, String value) {
        return new BadCredentials(name, value, false);
    }

    /** {@return the request with these credentials} */
    Request in(Request request, SecurityScheme scheme) {
        return switch (scheme.in()) {
            case QUERY -> request.withQueryValue(scheme.parameter(), value);
            case COOKIE -> request.withCookie(scheme.parameter(), value);
            default -> request.withHeader(scheme.parameter(), value);
        };
    }
}
