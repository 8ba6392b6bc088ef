package plumbline.conformance.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.secrets.SecretTexts;

/**
 * A text that stands for credentials wherever they may be read: only on the wire they take its place.
 *
 * @param text the text, which nothing else has
 * @param isPair whether it stands for user and password
 */
record StandIn(String text, boolean isPair) {
    boolean isIn(Request request) {
        return request.query().contains(text)
                || request.headers().fields().stream()
                        .anyMatch(header -> header.value().contains(sent(text)));
    }

    /** {@return the request with the credentials} */
    Request replaced(Request request, String credentials) {
        Headers headers = Headers.none();
        for (Header header : request.headers()) {
            headers = headers.and(
                    header.name(),
                    header.value().replace(sent(text), sent(credentials)).replace(text, credentials));
        }
        return request.withHeaders(headers).withQuery(request.query().replace(text, PercentCoding.encode(credentials)));
    }

    /** {@return the response without the credentials, should it hold them} */
    Response hidden(Response response, String credentials) {
        SecretTexts secret = SecretTexts.of(Set.of(credentials));
        Headers headers = Headers.none();
        for (Header header : response.headers()) {
            headers = headers.and(header.name(), secret.redact(header.value(), text));
        }
        return new Response(
                response.status(),
                headers,
                Body.of(secret.redact(response.body().bytes(), text)));
    }

    private String sent(String credentials) {
        return isPair ? Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)) : credentials;
    }
}
