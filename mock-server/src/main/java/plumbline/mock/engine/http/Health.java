package plumbline.mock.engine.http;

import java.util.Set;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;

/**
 * Tells whoever watches over the mock that it is alive and ready: it listens only once it can answer. It is no administration,
 * since nothing can be changed or learnt there, so that everybody may ask.
 */
final class Health {
    static final String PATH = "/__plumbline/health";

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private Health() {}

    static Response answer(String method) {
        return METHODS.contains(method)
                ? Response.of(200)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Cache-Control", "no-store")
                        .withBody(Body.of("{\"status\":\"UP\"}"))
                : Response.of(405).withHeader("Allow", "GET, HEAD");
    }
}
