package plumbline.conformance.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.http.Request;

/** A server that keeps the users contract. */
public final class UsersServer implements Handler {
    /** The only credentials that it takes. */
    public static final String USER = "test-client:test-secret";

    /** Ada's id, who has roles. */
    public static final String ADA = "7d6c1a30-0000-4000-8000-0000000000ad";

    /** Bob's id, who has none. */
    public static final String BOB = "7d6c1a30-0000-4000-8000-000000000b0b";

    private static final String EXPECTED_CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString(USER.getBytes(StandardCharsets.UTF_8));
    private static final Map<String, String> USERS = Map.of(ADA, """
        {"id":"%s","email":"ada@example.com","sequenceAccountIds":["acc-one","acc-two"],"state":"active",\
        "roles":[{"roleName":"financeUser","permissions":[{"resource":"org.customer","actions":["read","update"]}]}]}\
        """.formatted(ADA), BOB, """
            {"id":"%s","email":"bob.größe@example.com","sequenceAccountIds":[],"state":"invited","roles":[]}\
            """.formatted(BOB));

    @Override
    public Reply answer(Request request) {
        if (!request.path().startsWith("/api/users/")) {
            return Reply.of(404);
        }
        if (!"GET".equals(request.method()) && !"HEAD".equals(request.method())) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        if (!isAuthorized(request)) {
            return Reply.of(401).with("WWW-Authenticate", "Basic realm=\"users\"");
        }
        Optional<String> version = request.headers().first("Sequence-Version");
        if (version.isPresent() && !"2024-07-30".equals(version.get())) {
            return Reply.json(422, "{\"message\":\"unknown version\"}");
        }
        String accept = request.headers().first("Accept").orElse("*/*");
        if (!accept.contains("*/*") && !accept.contains("application/*") && !accept.contains("application/json")) {
            return Reply.of(406);
        }
        String user = USERS.get(request.path().substring("/api/users/".length()));
        return user == null ? Reply.json(404, "{\"message\":\"not found\"}") : Reply.json(200, user);
    }

    /** {@return whether the request shows the right credentials} */
    public static boolean isAuthorized(Request request) {
        return request.headers()
                .first("Authorization")
                .filter(EXPECTED_CREDENTIALS::equals)
                .isPresent();
    }

    /** {@return the request with the right credentials, whatever it had} */
    public static Request authorized(Request request) {
        return request.withHeader("Authorization", EXPECTED_CREDENTIALS);
    }
}
