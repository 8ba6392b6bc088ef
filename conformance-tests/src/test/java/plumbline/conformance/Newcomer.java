package plumbline.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.finding.Finding;

/**
 * Somebody who has a document, a server and credentials, and says nothing of what exists there: no values, no fixtures, and
 * in the document of the shop no examples either.
 */
final class Newcomer {
    /** What a newcomer sees in another way, or not at all, since only those who know what exists can tell. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "a redirect",
            "status-documented",
            "not found, though it is there",
            "",
            "found, though it is not there",
            "",
            "any id is somebody",
            "path-value-returned",
            "an undocumented version is taken",
            "invalid-input-refused",
            "the documented version is refused",
            "valid-input-accepted");

    /** The user who is in the document as an example of an answer, and nowhere else. */
    private static final String EXAMPLE = "7b1f28b9-a4ad-450b-a0ea-fd647d5109b2";

    private static final String USERS = Path.of("..", "openapi", "users.yaml").toString();
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Newcomer() {}

    /** {@return the check by which a newcomer finds a fault of a server of users; nothing if that cannot be} */
    static Optional<String> check(Faulty faulty) {
        return Optional.of(OTHERWISE.getOrDefault(faulty.name(), faulty.check()))
                .filter(check -> !check.isEmpty());
    }

    /** {@return what is found at a server of users, until this check has found something} */
    static List<Finding> users(Handler users, String check) {
        List<Finding> findings = new ArrayList<>();
        // The example may be either of those who are there.
        for (String user : List.of(UsersServer.ADA, UsersServer.BOB)) {
            findings.addAll(users(users, user, check));
            if (findings.stream().anyMatch(finding -> finding.check().equals(check))) {
                break;
            }
        }
        return findings;
    }

    private static List<Finding> users(Handler users, String user, String check) {
        try (TestServer server = TestServer.start(showing(users, user))) {
            return Suites.findings(
                    ConformanceOptions.of(Target.of(server.baseUrl())
                                    .withUser(UsersServer.USER)
                                    .withWrites()
                                    .withTimeout(PATIENCE))
                            .withContract(USERS),
                    check);
        }
    }

    /** A server where this user has the name of the example. */
    private static Handler showing(Handler users, String user) {
        return request -> {
            String path = request.path().replace(EXAMPLE, user);
            Reply reply = users.answer(request.withPath(path));
            return path.equals(request.path())
                    ? reply
                    : reply.withBytes(new String(reply.body().bytes(), StandardCharsets.ISO_8859_1)
                            .replace(user, EXAMPLE)
                            .getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    /** {@return options for the shop, whose document has no examples} */
    static ConformanceOptions shop(URI url, Path folder) throws IOException {
        String bare = Files.readString(Path.of(ShopServer.CONTRACT)).replaceAll("(?m)^ *example: .*\\R", "");
        return Suites.shop(Target.of(url).withTimeout(PATIENCE))
                .withContract(
                        Files.writeString(folder.resolve("shop.yaml"), bare).toString());
    }
}
