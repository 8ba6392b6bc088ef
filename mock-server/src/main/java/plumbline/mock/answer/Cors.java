package plumbline.mock.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.because.Because;
import plumbline.mock.engine.access.HostNames;

/**
 * Lets pages of any origin call the mock (Fetch Standard, "CORS protocol"); with credentials those of this machine and those
 * that the user names.
 *
 * @param origins the named ones
 * @param readers the origins whose pages may read answers, see {@link AnswerOptions#readers()}
 */
record Cors(Set<String> origins, Set<String> readers) {
    private static final List<String> KNOWN = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

    boolean isPreflight(Request request) {
        return mayRead(request)
                && "OPTIONS".equals(request.method())
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** {@return the answer to a preflight: any method, so that a page can read why one is refused} */
    Response preflight(Request request) {
        Headers asked = request.headers();
        String wished = asked.first("Access-Control-Request-Method").orElse("GET");
        Headers headers = letIn(asked.first("Origin").orElse("*"), Headers.none())
                .and("Access-Control-Allow-Methods", KNOWN.contains(wished) ? String.join(", ", KNOWN) : wished)
                .and("Access-Control-Max-Age", "600")
                .and("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        Optional<String> names = asked.joined("Access-Control-Request-Headers");
        Response answer = Response.of(204)
                .withHeaders(names.isEmpty() ? headers : headers.and("Access-Control-Allow-Headers", names.get()));
        return new Because("preflight of a page (CORS)").on(answer);
    }

    /** {@return the response, readable for the page that asked} */
    Response readable(Request request, Response response) {
        Optional<String> origin = request.headers().first("Origin");
        if (origin.isEmpty() || !mayRead(request) || response.headers().contains(ALLOW_ORIGIN)) {
            return response;
        }
        String exposed = response.headers().fields().stream()
                .map(Header::name)
                .distinct()
                .collect(Collectors.joining(", "));
        Headers headers = letIn(origin.get(), response.headers()).and("Vary", "Origin");
        return response.withHeaders(
                exposed.isEmpty() ? headers : headers.and("Access-Control-Expose-Headers", exposed));
    }

    private boolean mayRead(Request request) {
        return readers.contains(AnswerOptions.ANYBODY)
                || request.headers()
                        .first("Origin")
                        .filter(origin -> readers.stream().anyMatch(origin::equalsIgnoreCase))
                        .isPresent();
    }

    /** A page of anywhere may ask as a stranger, but not as the user who looks at it. */
    private Headers letIn(String origin, Headers headers) {
        boolean isTrusted = origins.stream().anyMatch(origin::equalsIgnoreCase)
                || HostNames.ofOrigin(origin).filter(HostNames::isLoopback).isPresent();
        return isTrusted
                ? headers.and(ALLOW_ORIGIN, origin).and(ALLOW_CREDENTIALS, "true")
                : headers.and(ALLOW_ORIGIN, "*");
    }
}
