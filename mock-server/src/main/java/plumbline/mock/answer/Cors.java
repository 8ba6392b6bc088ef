package plumbline.mock.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Lets pages of any origin call the mock, with credentials (Fetch Standard, "CORS protocol"). */
final class Cors {
    private static final List<String> KNOWN = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private Cors() {}

    static boolean isPreflight(Request request) {
        return "OPTIONS".equals(request.method())
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** {@return the answer to a preflight: any method, so that a page can read why one is refused} */
    static Response preflight(Request request) {
        Headers asked = request.headers();
        String wished = asked.first("Access-Control-Request-Method").orElse("GET");
        Headers headers = Headers.of(
                ALLOW_ORIGIN,
                asked.first("Origin").orElse("*"),
                "Access-Control-Allow-Credentials",
                "true",
                "Access-Control-Allow-Methods",
                KNOWN.contains(wished) ? String.join(", ", KNOWN) : wished,
                "Access-Control-Max-Age",
                "600",
                "Vary",
                "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        Optional<String> names = asked.joined("Access-Control-Request-Headers");
        return Response.of(204)
                .withHeaders(names.isEmpty() ? headers : headers.and("Access-Control-Allow-Headers", names.get()));
    }

    /** {@return the response, readable for the page that asked} */
    static Response readable(Request request, Response response) {
        Optional<String> origin = request.headers().first("Origin");
        if (origin.isEmpty() || response.headers().contains(ALLOW_ORIGIN)) {
            return response;
        }
        String exposed = response.headers().fields().stream()
                .map(Header::name)
                .distinct()
                .collect(Collectors.joining(", "));
        Headers headers = response.headers()
                .and(ALLOW_ORIGIN, origin.get())
                .and("Access-Control-Allow-Credentials", "true")
                .and("Vary", "Origin");
        return response.withHeaders(
                exposed.isEmpty() ? headers : headers.and("Access-Control-Expose-Headers", exposed));
    }
}
